// Big keys under a number field, for a screen without a keyboard. The field itself stays an ordinary one.
export function numberPads() {
  document.querySelectorAll('[data-number-pad]').forEach((group) => {
    const input = group.querySelector('input');
    const keys = document.createElement('div');
    keys.className = 'fp-pad__keys';
    keys.setAttribute('role', 'group');
    keys.setAttribute('aria-label', group.dataset.label);
    const type = (text) => {
      if (text && input.maxLength > 0 && input.value.length >= input.maxLength) return;
      input.value = text ? input.value + text : input.value.slice(0, -1);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const key = (text, act, word) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = word ? 'fp-pad__key fp-pad__key--word' : 'fp-pad__key';
      button.textContent = text;
      button.addEventListener('click', act);
      keys.append(button);
    };
    for (const digit of '123456789') key(digit, () => type(digit));
    if (group.dataset.withX) key('X', () => type('X'));
    else key(group.dataset.clear, () => { input.value = ''; }, true);
    key('0', () => type('0'));
    key(group.dataset.delete, () => type(''), true);
    group.append(keys);
  });
}
