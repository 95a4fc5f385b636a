// Keys for people who work here all day. Each form or place says which key is its own; nothing happens while a dialog is open.
const places = [...document.querySelectorAll('[data-shortcuts]')];

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || document.querySelector('dialog[open]')) return;
  if (!/^F\d+$/.test(event.key)) return;
  const button = document.querySelector(`button[data-shortcut="${event.key}"]`);
  if (button) {
    event.preventDefault();
    button.click();
    return;
  }
  const form = document.querySelector(`form[data-shortcut="${event.key}"]`);
  if (form) {
    event.preventDefault();
    if (form.id === 'supplement' && !form.querySelector('textarea').value) form.querySelector('textarea').focus();
    else form.requestSubmit();
    return;
  }
  for (const place of places) {
    const focus = place.dataset[`focus${event.key}`];
    const go = place.dataset[`go${event.key}`];
    if (focus) {
      event.preventDefault();
      document.getElementById(focus)?.focus();
    } else if (go) {
      event.preventDefault();
      location.assign(go);
    }
  }
});

// Arrow keys walk the links of a list, one a row.
document.querySelectorAll('[data-list-keys]').forEach((list) => {
  const links = [...list.querySelectorAll('tbody th a')];
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.target.matches('input, textarea, select')) return;
    event.preventDefault();
    const here = links.indexOf(document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, here + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  });
});
