// Served at /m/service-worker.js after two lines that name VERSION and FILES.
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

// Assets carry their version in their address and never change; pages always come from the city, or not at all.
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request).then((answer) => {
      if (answer.ok) {
        const copy = answer.clone();
        event.waitUntil(caches.open(VERSION).then((cache) => cache.put(event.request, copy)));
      }
      return answer;
    })));
  } else if (event.request.mode === 'navigate' && (url.pathname === '/m' || url.pathname.startsWith('/m/'))) {
    event.respondWith(fetch(event.request).catch(() => caches.match('/m/offline')));
  }
});

// A notice: its tag keeps one that comes twice from being shown twice.
self.addEventListener('push', (event) => {
  if (!event.data) return;
  const notice = event.data.json();
  event.waitUntil(self.registration.showNotification(notice.title, { body: notice.text, tag: notice.tag, lang: notice.lang, data: { url: notice.url } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.url);
  event.waitUntil(self.clients.openWindow(url.pathname + url.search));
});
