// Lets a phone's owner allow messages in this browser: asks the browser, then hands its address to the city in an ordinary form.
const offer = document.querySelector('[data-push]');
if (offer && 'serviceWorker' in navigator && 'PushManager' in window && Notification.permission !== 'denied') {
  const button = offer.querySelector('button');
  offer.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const worker = await navigator.serviceWorker.register('/m/service-worker.js', { scope: '/m' });
      const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: offer.dataset.push });
      const keys = subscription.toJSON().keys;
      const form = offer.querySelector('form');
      form.elements.endpoint.value = subscription.endpoint;
      form.elements.p256dh.value = keys.p256dh;
      form.elements.auth.value = keys.auth;
      form.submit();
    } catch {
      offer.querySelector('[role=status]').textContent = offer.dataset.failed;
      button.disabled = false;
    }
  });
}
