// Keeps a form while it is typed: a form with data-autosave="/address" is posted there shortly after each change.
// Files are not sent. Answers: 2xx saved; 401, 403 or a redirect to another page means the session is over; no answer means offline.
import { announce, word } from './announce.js';

const DELAY = 900;
const RETRY = 8000;

export function autosave() {
  document.querySelectorAll('form[data-autosave]').forEach(keep);
}

function keep(form) {
  let timer;
  let version = 0;
  let saved = 0;
  let sending = false;

  const later = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(send, delay);
  };

  async function send() {
    if (sending || saved === version || form.dataset.sent) return;
    sending = true;
    const sent = version;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST', body: fields(form), redirect: 'manual', credentials: 'same-origin', headers: headers(form),
      });
      if (answer.ok) {
        saved = sent;
        form.dataset.saved = 'true';
        announce(word('saved'));
      } else if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
        announce(word('expired'), { seconds: 0 });
      }
    } catch {
      announce(word('offline'), { seconds: 0 });
      later(RETRY);
    } finally {
      sending = false;
      if (saved !== version && version !== sent) later(DELAY);
    }
  }

  form.addEventListener('input', (event) => {
    if (event.target.type === 'file') return;
    version += 1;
    later(DELAY);
  });
  window.addEventListener('online', () => later(0));
  // Leaving within the delay: the last words go out with the page.
  window.addEventListener('pagehide', () => {
    if (saved !== version && !form.dataset.sent) {
      fetch(form.dataset.autosave, { method: 'POST', body: fields(form), keepalive: true, credentials: 'same-origin', headers: headers(form) }).catch(() => {});
    }
  });
}

function fields(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value);
  }
  return body;
}

function headers(form) {
  const token = form.querySelector('input[data-csrf-header]');
  return token ? { [token.dataset.csrfHeader]: token.value, 'X-Requested-With': 'autosave' } : { 'X-Requested-With': 'autosave' };
}
