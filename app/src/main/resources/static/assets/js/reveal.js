// govuk-frontend marks a radio that reveals more with aria-expanded, which radios may not have; what is revealed follows in reading order anyway.
export function plainRadios() {
  const strip = () => document.querySelectorAll('.govuk-radios__input[aria-expanded]').forEach((radio) => radio.removeAttribute('aria-expanded'));
  strip();
  document.addEventListener('click', strip);
  window.addEventListener('pageshow', strip);
}
