import { defineContentScript } from 'wxt/utils/define-content-script';
import { beGuest } from './guest.ts';

/** A newer copy of this script, after an update of the extension, asks the older one to leave. */
const SUCCESSION = 'boekbrug:succession';

export default defineContentScript({
  matches: ['https://focus.teamleader.eu/*'],
  runAt: 'document_idle',
  main() {
    const life = new AbortController();
    document.dispatchEvent(new Event(SUCCESSION));
    document.addEventListener(SUCCESSION, () => life.abort(), { once: true, signal: life.signal });
    beGuest(life.signal);
  },
});
