// Runs before anything is drawn: says that scripts work, so that what only scripts can do is laid out at once.
document.documentElement.classList.add('fp-scripted');
new MutationObserver((_, observer) => {
  if (document.body) {
    document.body.classList.add('js-enabled', 'govuk-frontend-supported');
    observer.disconnect();
  }
}).observe(document.documentElement, { childList: true });
