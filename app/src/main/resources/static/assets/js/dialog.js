// A link with data-dialog="id" opens that dialog; without scripts it leads to the page that asks the same.
export function dialogs() {
  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-dialog]');
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    const closer = event.target.closest('[data-close-dialog]');
    closer?.closest('dialog')?.close();
  });
}
