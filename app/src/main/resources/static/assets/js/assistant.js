// The assistant's panel. Its inside comes from the server as the page without scripts has it; here it is only fetched, shown, read out and spoken to.
// A link that leads to a part of this very page closes the panel, and the part is lit up.
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

export function assistant() {
  window.addEventListener('hashchange', light);
  light();
  const panel = document.getElementById('assistant');
  if (panel instanceof HTMLDialogElement) attach(panel);
}

// Moves to the part that stands after the # and lets it take the keyboard.
function light() {
  const part = location.hash.startsWith('#part-') && document.getElementById(location.hash.slice(1));
  if (!part) return;
  part.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  const inside = part.matches('a, button, input') ? part : part.querySelector('input:not([type="hidden"]), a, button');
  inside?.focus({ preventScroll: true });
}

function attach(panel) {
  const talk = panel.querySelector('[data-ask-talk]');
  const words = panel.dataset;
  let opener;

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-ask-open]');
    if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opener = button;
    if (panel.open) close();
    else open();
  });
  panel.querySelector('[data-ask-close]').addEventListener('click', () => close());
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });

  async function open() {
    panel.show();
    document.documentElement.classList.add('fp-asking');
    if (!talk.querySelector('form')) await fill(fetch(`${words.url}?inside=1&at=${encodeURIComponent(words.at)}`, { headers: { Accept: 'text/html' } }), '');
    field()?.focus();
  }

  function close() {
    stopReading();
    panel.close();
    document.documentElement.classList.remove('fp-asking');
    opener?.focus();
  }

  const field = () => talk.querySelector('input[name="question"][type="text"]');

  talk.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(event.target, event.submitter);
    data.set('inside', '1');
    const url = event.target.getAttribute('action');
    const asked = event.target.matches('[data-ask-form]') ? String(data.get('question')) : '';
    if (event.target.matches('[data-ask-form]') && !asked.trim()) return field()?.focus();
    fill(fetch(url, { method: 'POST', body: new URLSearchParams(data), headers: { Accept: 'text/html' } }), asked, event.target);
    return undefined;
  });

  talk.addEventListener('click', (event) => {
    const lead = event.target.closest('a[href]');
    if (!lead) return;
    const url = new URL(lead.href, location.href);
    if (url.pathname === location.pathname && !url.search && url.hash && document.getElementById(url.hash.slice(1))) {
      event.preventDefault();
      opener = undefined;
      close();
      if (location.hash === url.hash) light();
      else location.hash = url.hash;
    }
  });

  // Shows what comes; what was said before stays above it.
  async function fill(coming, asked, form) {
    const waiting = document.createElement('p');
    waiting.className = 'fp-ask__waiting';
    waiting.textContent = words.asking;
    const slow = setTimeout(() => talk.append(waiting), 250);
    try {
      const answer = await coming;
      if (!answer.ok && answer.status !== 429) throw new Error(String(answer.status));
      const fresh = document.createElement('div');
      fresh.innerHTML = await answer.text();
      if (form?.matches('[data-ask-rating]')) {
        const thanks = fresh.querySelector('.fp-ask__thanks');
        if (thanks) form.replaceWith(thanks);
        return;
      }
      const before = [...talk.querySelectorAll('.fp-ask__answer')];
      talk.replaceChildren(...before, ...fresh.children);
      talk.querySelectorAll('.fp-ask__answer').forEach(speaking);
      dictating();
      const last = [...talk.querySelectorAll('.fp-ask__answer')].pop();
      if (last && asked) last.scrollIntoView({ block: 'start' });
      field()?.focus({ preventScroll: Boolean(asked) });
    } catch {
      fault(words.failed, asked);
    } finally {
      clearTimeout(slow);
      waiting.remove();
    }
  }

  // What was typed stays in the field, to be asked again.
  function fault(text, asked) {
    talk.querySelector('.fp-ask__fault')?.remove();
    const line = document.createElement('p');
    line.className = 'fp-ask__fault';
    line.setAttribute('role', 'alert');
    line.textContent = text;
    talk.prepend(line);
    if (field()) field().value = asked;
  }

  function stopReading() {
    window.speechSynthesis?.cancel();
  }

  function speaking(answer) {
    if (!window.speechSynthesis || answer.querySelector('[data-ask-read]')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'fp-ask__read';
    button.dataset.askRead = '';
    button.textContent = words.read;
    button.addEventListener('click', () => {
      if (window.speechSynthesis.speaking) {
        stopReading();
        return;
      }
      const said = new SpeechSynthesisUtterance(answer.querySelector('[data-ask-says]').textContent);
      said.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'zh-CN';
      said.onstart = () => { button.textContent = words.stop; };
      said.onend = said.onerror = () => { button.textContent = words.read; };
      window.speechSynthesis.speak(said);
    });
    answer.querySelector('[data-ask-says]').after(button);
  }

  function dictating() {
    const input = field();
    if (!Recognition || !input || talk.querySelector('[data-ask-dictate]')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'fp-ask__dictate';
    button.dataset.askDictate = '';
    button.textContent = words.dictate;
    button.addEventListener('click', () => {
      const ears = new Recognition();
      ears.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'zh-CN';
      ears.onstart = () => { button.textContent = words.listening; };
      ears.onend = () => { button.textContent = words.dictate; };
      ears.onresult = (heard) => { input.value = heard.results[0][0].transcript; input.focus(); };
      ears.start();
    });
    input.closest('.fp-ask__row').after(button);
  }
}
