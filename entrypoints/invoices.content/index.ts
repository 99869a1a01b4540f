import { defineContentScript } from 'wxt/utils/define-content-script';
import { readAddress } from './address.ts';
import { beGuest, type Guest } from './guest.ts';

/** A newer copy of this script, after an update of the extension, asks the older one to leave. */
const SUCCESSION = 'boekbrug:succession';

/** Tells of every new address, also of those that a page gives itself without loading. */
interface Navigation {
  addEventListener(name: 'currententrychange', listener: () => void, options: AddEventListenerOptions): void;
}
declare const navigation: Navigation | undefined;

export default defineContentScript({
  matches: ['https://focus.teamleader.eu/*'],
  // Before the list is seen for the first time, so that it is drawn once, with room for what is ours.
  runAt: 'document_start',
  main() {
    const life = new AbortController();
    let stay: AbortController | null = null;
    let guest: Guest | null = null;

    function succeed(): void {
      document.dispatchEvent(new Event(SUCCESSION));
      document.addEventListener(SUCCESSION, () => life.abort(), { once: true, signal: life.signal });
    }

    /** On all pages but lists of documents and documents, the check of the address is all that is done. */
    function visit(): void {
      const address = readAddress(new URL(location.href));
      if (address === null) {
        stay?.abort();
        guest = null;
        return;
      }
      if (stay === null) succeed();
      if (guest === null) {
        stay = new AbortController();
        guest = beGuest(AbortSignal.any([life.signal, stay.signal]));
      }
      guest.visit(address);
    }

    if (typeof navigation !== 'undefined')
      navigation.addEventListener('currententrychange', visit, { signal: life.signal });
    visit();
  },
});
