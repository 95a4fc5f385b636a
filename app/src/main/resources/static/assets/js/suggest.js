// Suggestions under a search box: data-suggest="/address" answers ?q= with [{"label": "…", "url": "…"}]. A combobox by the keyboard's rules.
import { announce, word } from './announce.js';

const DELAY = 180;

export function suggestions() {
  document.querySelectorAll('form[data-suggest]').forEach(attach);
}

function attach(form, index) {
  const input = form.querySelector('input[type="search"]');
  const list = document.createElement('ul');
  list.className = 'fp-search__list';
  list.id = `fp-suggestions-${index}`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.querySelector('label')?.textContent ?? '');
  list.hidden = true;
  form.append(list);
  Object.entries({ role: 'combobox', 'aria-controls': list.id, 'aria-expanded': 'false', 'aria-autocomplete': 'list' })
    .forEach(([name, value]) => input.setAttribute(name, value));

  let timer;
  let question = 0;
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const mark = (next) => {
    const options = [...list.children];
    chosen = (next + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    input.setAttribute('aria-activedescendant', options[chosen].id);
  };

  async function ask() {
    const mine = ++question;
    const text = input.value.trim();
    if (text.length < 1) return close();
    try {
      const separator = form.dataset.suggest.includes('?') ? '&' : '?';
      const answer = await fetch(`${form.dataset.suggest}${separator}q=${encodeURIComponent(text)}`, { headers: { Accept: 'application/json' } });
      if (!answer.ok || mine !== question) return undefined;
      show(await answer.json());
    } catch {
      close();
    }
    return undefined;
  }

  function show(found) {
    list.replaceChildren(...found.slice(0, 8).map(({ label, url }, at) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${at}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = label;
      option.dataset.url = url;
      return option;
    }));
    if (!found.length) return close();
    chosen = -1;
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    announce(word('suggestions').replace('0', String(list.children.length)), { visible: false });
    return undefined;
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(chosen + (event.key === 'ArrowDown' ? 1 : chosen < 0 ? 0 : -1));
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.url);
    } else if (event.key === 'Escape') {
      close();
    }
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
}
