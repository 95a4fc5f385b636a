// Every page starts here. Each module looks for its own marks in the page and does nothing where there are none.
import { initAll } from '../govuk/govuk-frontend.min.js';
import { plainRadios } from './reveal.js';
import { guardForms } from './submit-once.js';
import { autosave } from './autosave.js';
import { uploads } from './upload.js';
import { dialogs } from './dialog.js';
import { suggestions } from './suggest.js';
import { numberPads } from './number-pad.js';
import { kiosk } from './kiosk.js';
import { assistant } from './assistant.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
plainRadios();
guardForms();
autosave();
uploads();
dialogs();
suggestions();
numberPads();
kiosk();
assistant();
