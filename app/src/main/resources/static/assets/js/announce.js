// Says short things to screen readers and, where it matters, shows them in a corner. The words come from the page, in its language.
const announcer = document.getElementById('fp-announcer');
let shown;

/** The sentence the page carries under this name. */
export function word(name) {
  return announcer?.dataset[name] ?? '';
}

/** Says a sentence politely; `visible` shows it too, for `seconds` or until the next one. */
export function announce(sentence, { visible = true, seconds = 3 } = {}) {
  if (announcer) announcer.textContent = sentence;
  shown?.remove();
  if (!visible) return;
  shown = document.createElement('div');
  shown.className = 'fp-saved';
  shown.setAttribute('aria-hidden', 'true');
  shown.textContent = sentence;
  document.body.append(shown);
  if (seconds) {
    const mine = shown;
    setTimeout(() => mine.remove(), seconds * 1000);
  }
}
