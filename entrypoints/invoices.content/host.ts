/**
 * As much of Chrome's API as a content script needs. The polyfill would triple the weight that every page of Teamleader
 * carries, and the browsers that this runs in answer with promises by themselves.
 */
import type { Answer, PageRequest } from '../../lib/messages.ts';

interface Runtime {
  readonly id?: string;
  /** The answer comes from our own background, over a channel that no page can write to. */
  sendMessage<R extends PageRequest>(message: R): Promise<Answer<R> | null | undefined>;
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
    return (await chrome.runtime?.sendMessage(request)) ?? null;
  } catch {
    return null;
  }
}

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
