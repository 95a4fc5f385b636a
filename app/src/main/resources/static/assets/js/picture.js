// A picture wider than its frame is shown from its middle, where every way begins.
document.querySelectorAll('.wb-picture').forEach((frame) => {
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
});
