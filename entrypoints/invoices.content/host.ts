/**
 * As much of Chrome's API as a content script needs. The polyfill would triple the weight that every page of Teamleader
 * carries, and the browsers that this runs in answer with promises by themselves.
 */
import type { Answer, PageRequest } from '../../lib/messages.ts';

interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: (message: unknown) => void): void;
    removeListener(listener: (message: unknown) => void): void;
  };
}
declare const chrome: { readonly runtime?: Runtime };

/** False once the extension was updated or removed under the page. */
export const isAlive = (): boolean => chrome.runtime?.id !== undefined;

/** Null when there was no answer: the worker died, or the extension is gone. Asking again is always safe. */
export async function ask<R extends PageRequest>(request: R): Promise<Answer<R> | null> {
  try {
    const answer: unknown = await chrome.runtime?.sendMessage(request);
    return isAnswer<R>(answer) ? answer : null;
  } catch {
    return null;
  }
}

/** The answer comes from our own background, over a channel that no page can write to. */
const isAnswer = <R extends PageRequest>(answer: unknown): answer is Answer<R> =>
  answer !== undefined && answer !== null;

/** Calls back when the background says that something shown here may have changed. */
export function onChanged(listener: () => void, signal: AbortSignal): void {
  const heard = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'notice' in message) listener();
  };
  const { runtime } = chrome;
  runtime?.onMessage.addListener(heard);
  signal.addEventListener('abort', () => {
    if (isAlive()) runtime?.onMessage.removeListener(heard);
  });
}
