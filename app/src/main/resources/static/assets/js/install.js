// Makes the phone's pages an app: registers the worker and offers installing where the browser lets a page ask.
if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/m/service-worker.js', { scope: '/m' }).catch(() => {
    // A browser that forbids workers shows the same pages, only not without a connection.
  });
}

window.addEventListener('beforeinstallprompt', (event) => {
  const offer = document.querySelector('[data-install]');
  if (!offer) return;
  event.preventDefault();
  offer.hidden = false;
  offer.querySelector('button').addEventListener('click', async () => {
    offer.hidden = true;
    await event.prompt();
  }, { once: true });
});
