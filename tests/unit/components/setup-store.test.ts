import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSetup, followSetup, useSetup } from '../../../components/setup-store.ts';
import { CHANGED_NOTICE, type SetupView, type TrustedRequest } from '../../../lib/messages.ts';
import { FRESH, withDraft } from './view.ts';

/** The browser's messages as its pages see them: a promise for each request, and listeners for notices. */
const runtime = vi.hoisted(() => {
  const listeners = new Set<(message: unknown) => void>();
  return {
    sendMessage: vi.fn<(request: TrustedRequest) => Promise<SetupView | undefined>>(),
    notify: (message: unknown) => {
      for (const listener of listeners) listener(message);
    },
    onMessage: {
      addListener: (listener: (message: unknown) => void) => void listeners.add(listener),
      removeListener: (listener: (message: unknown) => void) => void listeners.delete(listener),
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: { runtime } }));

interface Heard {
  readonly request: TrustedRequest;
  answer(view: SetupView): void;
  /** The worker dies under the request. */
  die(): void;
}

/** A background that answers when the test says so. */
function listen() {
  const heard: Heard[] = [];
  runtime.sendMessage.mockImplementation(
    (request) =>
      new Promise((resolve, reject) => {
        const die = () => reject(new Error('The message channel closed before a response was received.'));
        heard.push({ request, answer: resolve, die });
      }),
  );
  /** The nth request, as soon as it has come. */
  const at = (index: number): Promise<Heard> =>
    vi.waitFor(() => {
      const one = heard[index];
      if (one === undefined) throw new Error(`No request ${index} yet`);
      return one;
    });
  return { heard, at };
}

beforeEach(() => {
  runtime.sendMessage.mockReset().mockResolvedValue(undefined);
});

const LOOK = { type: 'setup/view', reload: false } as const;

describe('the set-up’s state', () => {
  it('is what the background answered last', async () => {
    const setup = createSetup();
    const { at } = listen();
    const asked = setup.getState().ask(LOOK);
    expect(setup.getState().view).toBeNull();
    expect(setup.getState().pending.has('setup/view')).toBe(true);
    (await at(0)).answer(FRESH);
    await asked;
    expect(setup.getState()).toMatchObject({ view: FRESH, failure: null });
    expect(setup.getState().pending.size).toBe(0);
  });

  it('asks a change for the draft that is shown, and does not show it in another', async () => {
    const setup = createSetup();
    const { at } = listen();
    const looked = setup.getState().ask(LOOK);
    (await at(0)).answer({ ...FRESH, editing: 'north' });
    await looked;
    const changed = setup.getState().ask({ type: 'setup/change', draft: { startDate: '2026-01-01' } });
    expect((await at(1)).request).toMatchObject({ type: 'setup/change', key: 'north' });
    (await at(1)).answer({ ...FRESH, editing: 'south' });
    await changed;
    void setup.getState().ask({ type: 'setup/change', key: 'north', draft: { startDate: '2026-02-01' } });
    expect(setup.getState().view?.draft.startDate).toBeNull();
  });

  it('shows what was chosen at once, and a second choice builds on the first', async () => {
    const setup = createSetup();
    const { at } = listen();
    const looked = setup.getState().ask(LOOK);
    (await at(0)).answer(FRESH);
    await looked;

    const first = setup.getState().ask({ type: 'setup/change', draft: { vatLinks: { r21: '4' } } });
    const second = setup.getState().ask({ type: 'setup/change', draft: { invoiceJournal: '70' } });
    expect(setup.getState().view?.draft).toMatchObject({ vatLinks: { r21: '4' }, invoiceJournal: '70' });

    (await at(1)).answer(withDraft({ vatLinks: { r21: '4' } }));
    await first;
    expect(setup.getState().view?.draft).toMatchObject({ vatLinks: { r21: '4' }, invoiceJournal: '70' });
    (await at(2)).answer(withDraft({ vatLinks: { r21: '4' }, invoiceJournal: '71' }));
    await second;
    expect(setup.getState().view?.draft.invoiceJournal).toBe('71');
  });

  it('is not led back by an answer that a later one has overtaken', async () => {
    const setup = createSetup();
    const { at } = listen();
    const slow = setup.getState().ask(LOOK);
    const fast = setup.getState().ask(LOOK);
    (await at(1)).answer(withDraft({ startDate: '2026-02-01' }));
    await fast;
    (await at(0)).answer(withDraft({ startDate: '2026-01-01' }));
    await slow;
    expect(setup.getState().view?.draft.startDate).toBe('2026-02-01');
    // What the late answer knew may still be news: it is looked at again.
    (await at(2)).answer(withDraft({ startDate: '2026-03-01' }));
    await vi.waitFor(() => expect(setup.getState().view?.draft.startDate).toBe('2026-03-01'));
  });

  it('sends again what a dying worker left unanswered', async () => {
    const setup = createSetup();
    const { heard, at } = listen();
    const change = { type: 'setup/change', draft: { startDate: '2026-01-01' } } as const;
    const asked = setup.getState().ask(change);
    (await at(0)).die();
    (await at(1)).answer(withDraft(change.draft));
    await asked;
    expect(heard.map(({ request }) => request)).toEqual([change, change]);
    expect(setup.getState().view?.draft.startDate).toBe('2026-01-01');
  });

  it('opens no second log-in window: after a death it looks what became of the first', async () => {
    const setup = createSetup();
    const { heard, at } = listen();
    const asked = setup.getState().ask({ type: 'setup/logIn', service: 'exact' });
    (await at(0)).die();
    (await at(1)).answer(FRESH);
    await asked;
    expect(heard.map(({ request }) => request.type)).toEqual(['setup/logIn', 'setup/view']);
  });

  it('says when nobody answers, and recovers', async () => {
    const setup = createSetup();
    await setup.getState().ask(LOOK);
    expect(setup.getState()).toMatchObject({ view: null, failure: 'noAnswer' });
    const { at } = listen();
    const again = setup.getState().ask(LOOK);
    (await at(0)).answer(FRESH);
    await again;
    expect(setup.getState()).toMatchObject({ view: FRESH, failure: null });
  });

  it('lets a log-in wait until the keys that were typed before it are stored', async () => {
    const setup = createSetup();
    const { heard, at } = listen();
    const keys = { type: 'setup/saveKeys', service: 'exact', clientId: 'id', clientSecret: null } as const;
    const typed = setup.getState().ask(keys);
    const loggedIn = setup.getState().ask({ type: 'setup/logIn', service: 'exact' });
    const first = await at(0);
    await Promise.resolve();
    expect(heard.map(({ request }) => request.type)).toEqual(['setup/saveKeys']);
    first.answer(FRESH);
    (await at(1)).answer(FRESH);
    await Promise.all([typed, loggedIn]);
    expect(heard.map(({ request }) => request.type)).toEqual(['setup/saveKeys', 'setup/logIn']);
  });

  it('is read now and on each notice of a change, until it is no longer followed', async () => {
    const { heard, at } = listen();
    const stop = followSetup();
    (await at(0)).answer(FRESH);
    runtime.notify(CHANGED_NOTICE);
    (await at(1)).answer(withDraft({ startDate: '2026-01-01' }));
    await vi.waitFor(() => expect(useSetup.getState().view?.draft.startDate).toBe('2026-01-01'));
    stop();
    runtime.notify(CHANGED_NOTICE);
    expect(heard).toHaveLength(2);
  });

  it('is what was said last until there is an answer, and not after', async () => {
    const setup = createSetup();
    setup.getState().recall(withDraft({ startDate: '2026-01-01' }));
    expect(setup.getState().view?.draft.startDate).toBe('2026-01-01');
    const { at } = listen();
    const asked = setup.getState().ask(LOOK);
    expect(setup.getState().view?.draft.startDate).toBe('2026-01-01');
    (await at(0)).answer(withDraft({ startDate: '2026-02-01' }));
    await asked;
    setup.getState().recall(withDraft({ startDate: '2026-03-01' }));
    expect(setup.getState().view?.draft.startDate).toBe('2026-02-01');
  });
});
