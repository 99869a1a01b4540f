import { browser } from 'wxt/browser';
import type { Answer, CHANGED_NOTICE, Trouble, TrustedRequest } from '../lib/messages.ts';
import type { Cause } from '../lib/outcome.ts';
import { forgetPicture } from './picture.ts';

/** All else may change what the popup shows first. */
const LOOKS: ReadonlySet<TrustedRequest['type']> = new Set([
  'setup/view',
  'import/view',
  'import/items',
  'import/history',
  'preview/start',
  'preview/view',
  'preview/stop',
  'report/start',
  'report/stop',
  'report/view',
  'history/view',
  'history/writes',
  'settings/export',
  'diagnostics/read',
]);

/** The background has no answer, and says why. */
class TroubleError extends Error {
  readonly trouble: Cause;

  constructor(trouble: Cause) {
    super(trouble.type);
    this.trouble = trouble;
  }
}

/** Asks the background. Rejects when its worker died before it had answered, did not understand, or is in trouble. */
export async function send<R extends TrustedRequest>(request: R): Promise<Answer<R>> {
  if (!LOOKS.has(request.type)) forgetPicture();
  const answer: Answer<R> | Trouble | undefined = await browser.runtime.sendMessage(request);
  if (answer === undefined) throw new Error(`No answer to ${request.type}`);
  if (isTrouble(answer)) throw new TroubleError(answer.trouble);
  return answer;
}

const isTrouble = <T>(answer: T | Trouble): answer is Trouble =>
  typeof answer === 'object' && answer !== null && 'trouble' in answer;

/** Why there is no answer. */
export type SendFailure = Cause | 'noAnswer';

export const failureOf = (error: unknown): SendFailure => (error instanceof TroubleError ? error.trouble : 'noAnswer');

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
