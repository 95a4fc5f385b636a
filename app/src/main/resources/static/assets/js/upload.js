// File fields: says what was chosen, refuses what is too large before it is sent, and shows how far the sending is.
export function uploads() {
  document.querySelectorAll('[data-upload]').forEach(watch);
  document.querySelectorAll('form[enctype="multipart/form-data"][data-progress]').forEach(send);
}

function watch(group) {
  const state = group.querySelector('[data-upload-state]');
  const most = Number(group.dataset.maxBytes);
  const inputs = [...group.querySelectorAll('input[type="file"]')];
  for (const input of inputs) {
    input.addEventListener('change', () => {
      const files = [...input.files];
      const tooLarge = files.some((file) => file.size > most);
      input.setCustomValidity(tooLarge ? group.dataset.tooLarge : '');
      state.toggleAttribute('data-bad', tooLarge);
      state.textContent = tooLarge ? group.dataset.tooLarge : files.length ? `${group.dataset.chosen} ${files.map((file) => file.name).join(', ')}` : '';
      if (tooLarge) {
        input.value = '';
        input.setCustomValidity('');
      } else if (files.length) {
        // Camera and chooser share one name: only the last one used is sent.
        inputs.filter((other) => other !== input).forEach((other) => { other.value = ''; });
      }
    });
  }
}

function send(form) {
  form.addEventListener('submit', (event) => {
    const group = [...form.querySelectorAll('[data-upload]')].find((each) => [...each.querySelectorAll('input[type="file"]')].some((input) => input.files.length));
    if (!group || form.dataset.sent || event.defaultPrevented) return;
    event.preventDefault();
    form.dataset.sent = 'true';
    post(form, group, event.submitter);
  });
}

function post(form, group, submitter) {
  const bar = group.querySelector('progress');
  const state = group.querySelector('[data-upload-state]');
  const request = new XMLHttpRequest();
  const say = (words, bad) => {
    state.textContent = words;
    state.toggleAttribute('data-bad', bad);
  };
  bar.hidden = false;
  say(group.dataset.sending, false);
  submitter?.setAttribute('aria-busy', 'true');
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) bar.value = Math.round((100 * event.loaded) / event.total);
  });
  const failed = () => {
    bar.hidden = true;
    delete form.dataset.sent;
    submitter?.removeAttribute('aria-busy');
    say(group.dataset.failed, true);
  };
  request.addEventListener('error', failed);
  request.addEventListener('load', () => {
    say(request.status < 400 ? group.dataset.sent : group.dataset.failed, request.status >= 400);
    if (request.status < 400 && request.responseURL && request.responseURL !== form.action) {
      location.assign(request.responseURL);
    } else if ((request.getResponseHeader('Content-Type') ?? '').startsWith('text/html')) {
      document.open();
      document.write(request.responseText);
      document.close();
    } else {
      failed();
    }
  });
  request.open('POST', form.action);
  request.send(new FormData(form, submitter ?? undefined));
}
