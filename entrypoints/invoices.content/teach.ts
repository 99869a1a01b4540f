import type { PageView, Taught } from '../../lib/messages.ts';
import { isOurs } from './across.ts';
import type { Kind } from './address.ts';
import { MOUSE } from './draw.ts';
import type { Panel } from './panel.ts';
import { deriveTaught, rowsAsTaught } from './taught.ts';

const MOST_EXAMPLES = 3;

/**
 * Asks for a click on one number, shows what follows from it, and tells it when the user says that it is right.
 * @param signal ends it, as closing the panel does
 */
export function teach(
  kind: Kind,
  { words, unread }: PageView,
  panel: Panel,
  signal: AbortSignal,
  keep: (taught: Taught) => void,
): void {
  let pointing = new AbortController();
  let proposed: Taught | null = null;

  /** @param options ids and labels of what the user may answer */
  function say(text: string, options: readonly (readonly [string, string])[]): void {
    panel.show(
      {
        ...unread,
        title: words.teach,
        notes: [{ text, tone: '' }],
        actions: options.map(([id, label]) => ({ id, label, tone: id === 'keep' ? 'main' : '' })),
      },
      answer,
      null,
    );
  }

  function answer(id: string): void {
    if (id === 'keep' && proposed !== null) keep(proposed);
    else if (id === 'again') ask(words.teachAsk);
    else panel.close();
  }

  function ask(text: string): void {
    pointing.abort();
    pointing = new AbortController();
    const listening = { capture: true, signal: AbortSignal.any([signal, pointing.signal]) };
    // Until the user has pointed at a number, his clicks are for us and not for the page.
    for (const name of MOUSE) addEventListener(name, point, listening);
    addEventListener('keydown', ({ key }) => key === 'Escape' && panel.close(), listening);
    say(text, [['cancel', words.teachCancel]]);
  }

  function point(event: Event): void {
    const [clicked, ...outer] = event.composedPath();
    if (!panel.host.isConnected) pointing.abort();
    if (pointing.signal.aborted || outer.some((node) => node instanceof Element && isOurs(node))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click' || !event.isTrusted || !(clicked instanceof Element)) return;
    proposed = deriveTaught(clicked, kind);
    if (proposed === null) ask(words.teachFailed);
    else propose(proposed);
  }

  function propose(taught: Taught): void {
    pointing.abort();
    const numbers = rowsAsTaught(document, taught).map(({ number }) => number);
    const examples = numbers.slice(0, MOST_EXAMPLES).join(', ');
    say(
      words.teachFound.replace('{count}', String(numbers.length)).replace('{examples}', () => examples),
      [
        ['keep', words.teachKeep],
        ['again', words.teachAgain],
        ['cancel', words.teachCancel],
      ],
    );
  }

  ask(words.teachAsk);
}
