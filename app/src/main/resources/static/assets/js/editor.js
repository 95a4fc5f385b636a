// The text of an affair, made more comfortable: line numbers, proofs as one types, completion. Without this module the same textarea is posted.
const DELAY = 700;
const MOST_WORDS = 8;

document.querySelectorAll('form[data-editor]').forEach((form) => {
  const area = form.querySelector('textarea[name="text"]');
  numberLines(area);
  const check = checker(form, area);
  complete(form, area);
  area.addEventListener('input', check);
  form.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-line]');
    if (!link) return;
    event.preventDefault();
    goTo(area, Math.max(1, Number(link.dataset.line)));
  });
});

function numberLines(area) {
  const gutter = document.createElement('pre');
  gutter.className = 'wb-editor__lines';
  gutter.setAttribute('aria-hidden', 'true');
  area.before(gutter);
  let shown = 0;
  const draw = () => {
    const lines = area.value.split('\n').length;
    if (lines !== shown) gutter.textContent = Array.from({ length: lines }, (_, at) => at + 1).join('\n');
    shown = lines;
    gutter.scrollTop = area.scrollTop;
  };
  area.addEventListener('input', draw);
  area.addEventListener('scroll', draw);
  draw();
}

function goTo(area, line) {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  area.scrollTop = Math.max(0, (line - 6) * Number.parseFloat(getComputedStyle(area).lineHeight));
}

function checker(form, area) {
  const summary = form.querySelector('.wb-checked__summary');
  const list = form.querySelector('.wb-faults');
  let timer;
  let running;

  async function ask() {
    running?.abort();
    running = new AbortController();
    const body = new URLSearchParams();
    form.querySelectorAll('input[type="hidden"]').forEach((hidden) => {
      if (hidden.name !== 'revision' && hidden.name !== 'key') body.set(hidden.name, hidden.value);
    });
    body.set('text', area.value);
    try {
      const answer = await fetch(form.dataset.editor, { method: 'POST', body, signal: running.signal, headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      show(await answer.json());
    } catch (error) {
      if (error.name !== 'AbortError') summary.textContent = form.dataset.offline;
    }
  }

  function show({ proved, summary: sentence, faults }) {
    form.querySelector('.wb-checked').dataset.proved = String(proved);
    summary.textContent = sentence;
    list.replaceChildren(...faults.map(({ line, what, remedy, url }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.className = 'govuk-link';
      link.href = '#text';
      link.dataset.line = String(line);
      link.textContent = line === 0 ? form.dataset.whole : form.dataset.line.replace('%', String(line));
      const strong = document.createElement('strong');
      strong.textContent = what;
      const mend = document.createElement('span');
      mend.textContent = remedy;
      item.append(link, ' ', strong, ' ', mend);
      if (url) {
        const example = document.createElement('a');
        example.className = 'govuk-link';
        example.href = url;
        example.textContent = form.dataset.example;
        item.append(' ', example);
      }
      return item;
    }));
  }

  return () => {
    clearTimeout(timer);
    summary.textContent = form.dataset.checking;
    timer = setTimeout(ask, DELAY);
  };
}

// Words that begin as the one before the cursor. Ctrl-Space takes the marked one, Alt with the arrows marks another; no other key is taken.
function complete(form, area) {
  const known = form.dataset.words.split(' ');
  const list = document.createElement('ul');
  list.className = 'wb-words';
  list.hidden = true;
  list.setAttribute('aria-label', form.dataset.suggestions);
  area.parentElement.after(list);
  let marked = 0;
  let found = [];

  const begun = () => (area.selectionStart === area.selectionEnd
    ? area.value.slice(0, area.selectionStart).match(/[A-Za-z][\w-]*$/)?.[0] ?? '' : '');

  function offer() {
    const prefix = begun();
    const own = [...area.value.matchAll(/\bid: ([A-Za-z][\w-]*)/g)].map(([, id]) => id);
    found = prefix.length < 2 ? [] : [...new Set([...own, ...known])].filter((word) => word.startsWith(prefix) && word !== prefix).slice(0, MOST_WORDS);
    marked = 0;
    draw();
  }

  function draw() {
    list.hidden = found.length === 0;
    list.replaceChildren(...found.map((word, at) => {
      const item = document.createElement('li');
      item.textContent = word;
      item.className = at === marked ? 'wb-words__marked' : '';
      return item;
    }));
  }

  function take(word) {
    area.setRangeText(word.slice(begun().length), area.selectionStart, area.selectionEnd, 'end');
    found = [];
    draw();
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  }

  area.addEventListener('input', offer);
  area.addEventListener('keydown', (event) => {
    if (found.length === 0) return;
    if (event.ctrlKey && event.code === 'Space') take(found[marked]);
    else if (event.altKey && event.key === 'ArrowDown') marked = (marked + 1) % found.length;
    else if (event.altKey && event.key === 'ArrowUp') marked = (marked + found.length - 1) % found.length;
    else if (event.key === 'Escape') found = [];
    else return;
    event.preventDefault();
    draw();
  });
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    if (event.target.matches('li')) take(event.target.textContent);
  });
}
