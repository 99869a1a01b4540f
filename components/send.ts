import { browser } from 'wxt/browser';
import type { Answer, TrustedRequest } from '../lib/messages.ts';

/** Asks the background. Rejects when its worker dies before it has answered: ask again then. */
export const send = <R extends TrustedRequest>(request: R): Promise<Answer<R>> => browser.runtime.sendMessage(request);

/** Calls back whenever the background says that something shown here may have changed. */
export function onChanged(listener: () => void): () => void {
  const heard = (message: unknown): undefined => {
    if (typeof message === 'object' && message !== null && 'notice' in message && message.notice === 'changed')
      listener();
    return undefined;
  };
  browser.runtime.onMessage.addListener(heard);
  return () => browser.runtime.onMessage.removeListener(heard);
}
