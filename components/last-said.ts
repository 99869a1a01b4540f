import { browser } from 'wxt/browser';
import type { SetupView } from '../lib/messages.ts';
import { SNAPSHOT } from '../lib/snapshot.ts';

/** What the background said last; null where it has said nothing yet. Asked for while a page still loads its texts. */
export const lastSaid: Promise<SetupView | null> = browser.storage.session
  .get<{ readonly [SNAPSHOT]?: SetupView }>(SNAPSHOT)
  .then(({ [SNAPSHOT]: view = null }) => view)
  // The background itself may still answer.
  .catch(() => null);
