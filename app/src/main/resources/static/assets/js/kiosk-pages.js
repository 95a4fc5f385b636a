// What only the machine's own pages need: the clock of the picture, keys for letters, one number pad for two fields, printing, the way back.
document.querySelectorAll('[data-clock]').forEach((clock) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: clock.dataset.clock, hour: '2-digit', minute: '2-digit' });
  setInterval(() => { clock.textContent = format.format(new Date()); }, 5000);
});

document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

document.querySelectorAll('[data-return]').forEach((place) => {
  setTimeout(() => location.replace(place.dataset.returnUrl), Number(place.dataset.return) * 1000);
});

// Only the pad of the field in use is shown, so that the page fits the screen.
const onePad = () => document.querySelectorAll('[data-one-pad]').forEach((form) => {
  const groups = [...form.querySelectorAll('[data-number-pad]')];
  const use = (group) => groups.forEach((each) => each.classList.toggle('ki-pad--resting', each !== group));
  groups.forEach((group) => group.addEventListener('focusin', () => use(group)));
  const input = (group) => group.querySelector('input');
  const wrong = groups.find((group) => input(group).getAttribute('aria-invalid'));
  use(wrong ?? groups[0]);
  groups.slice(0, -1).forEach((group, index) => input(group).addEventListener('input', () => {
    if (input(group).value.length >= input(group).maxLength) input(groups[index + 1]).focus();
  }));
});

const letterKeys = () => document.querySelectorAll('[data-letter-keys]').forEach((place) => {
  const input = document.getElementById(place.dataset.for);
  const keys = document.createElement('div');
  keys.className = 'ki-keys';
  keys.setAttribute('role', 'group');
  keys.setAttribute('aria-label', place.dataset.letterKeys);
  const row = (parent) => parent.appendChild(Object.assign(document.createElement('div'), { className: 'ki-keys__row' }));
  const key = (line, text, act, wide) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = wide ? 'ki-key ki-key--wide' : 'ki-key';
    button.textContent = text;
    button.addEventListener('click', () => { act(); input.dispatchEvent(new Event('input', { bubbles: true })); });
    line.append(button);
  };
  for (const letters of ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']) {
    const line = row(keys);
    for (const letter of letters) key(line, letter, () => { input.value += letter; });
    if (letters === 'zxcvbnm') key(line, place.dataset.delete, () => { input.value = input.value.slice(0, -1); }, true);
  }
  key(row(keys), place.dataset.space, () => { input.value += ' '; }, true);
  place.append(keys);
});

// Modules run once the page is read, in order: the kit has made its pads by now.
onePad();
letterKeys();
