import { browser } from 'wxt/browser';
import type { Answer, CHANGED_NOTICE, TrustedRequest } from '../lib/messages.ts';

/** Asks the background. Rejects when its worker died before it had answered, or did not understand. */
export async function send<R extends TrustedRequest>(request: R): Promise<Answer<R>> {
  const answer: Answer<R> | undefined = await browser.runtime.sendMessage(request);
  if (answer === undefined) throw new Error(`No answer to ${request.type}`);
  return answer;
}

/** Calls back whenever the background says that something shown here may have changed; gives what ends that. */
export function onChanged(listener: () => void): () => void {
  const heard = (message: unknown): undefined => {
    if (isChanged(message)) listener();
  };
  browser.runtime.onMessage.addListener(heard);
  return () => browser.runtime.onMessage.removeListener(heard);
}

/** Said here too, since the protocol's own check would bring its schemas along. */
const CHANGED: (typeof CHANGED_NOTICE)['notice'] = 'changed';
const isChanged = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'notice' in message && message.notice === CHANGED;
