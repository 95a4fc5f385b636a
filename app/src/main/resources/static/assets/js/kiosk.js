// At the kiosk nothing stays: a page taken from the browser's memory is loaded again, and when nobody touches the screen the visit is ended.
export function kiosk() {
  if (!document.documentElement.classList.contains('fp--kiosk')) return;
  window.addEventListener('pageshow', (event) => {
    if (event.persisted || performance.getEntriesByType('navigation')[0]?.type === 'back_forward') location.reload();
  });
  window.addEventListener('pagehide', () => {
    document.querySelectorAll('form').forEach((form) => form.reset());
  });
  const dialog = document.querySelector('dialog[data-idle]');
  if (dialog) watch(dialog);
}

function watch(dialog) {
  const limit = Number(dialog.dataset.idle);
  const warning = Number(dialog.dataset.idleWarning);
  const count = dialog.querySelector('[data-idle-count]');
  const end = document.querySelector('form[data-kiosk-end]');
  let last = Date.now();

  const touch = () => {
    if (!dialog.open) last = Date.now();
  };
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove']) document.addEventListener(kind, touch, { passive: true });
  dialog.querySelector('[data-idle-stay]').addEventListener('click', () => {
    last = Date.now();
    dialog.close();
  });
  dialog.addEventListener('cancel', () => { last = Date.now(); });

  const timer = setInterval(() => {
    const left = Math.ceil(limit - (Date.now() - last) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      end.requestSubmit();
    } else if (left <= warning) {
      if (!dialog.open) dialog.showModal();
      count.textContent = String(left);
    }
  }, 500);
}
