import { create } from 'zustand';
import type { SetupView } from '../lib/messages.ts';
import { foresee, type SetupRequest } from './foresee.ts';
import { failureOf, onChanged, type SendFailure, send } from './send.ts';

interface SetupState {
  /** What the background said last, with what it was told since; null before its first answer. */
  readonly view: SetupView | null;
  /** Requests that are under way, in the order of asking. */
  readonly asked: readonly SetupRequest[];
  /** Their types. */
  readonly pending: ReadonlySet<SetupRequest['type']>;
  /** Why the background gave no answer twice in a row, or null. */
  readonly failure: SendFailure | null;
  ask(request: SetupRequest): Promise<void>;
  /** Shows what was said in an earlier page, until there is an answer. */
  recall(view: SetupView | null): void;
}

/** A request without its answer, in the order of asking. */
interface Asked {
  readonly order: number;
  readonly request: SetupRequest;
}

/** These act on what was typed: they wait until that is stored. */
const ACTS: ReadonlySet<SetupRequest['type']> = new Set([
  'setup/testKeys',
  'setup/logIn',
  'setup/edit',
  'setup/save',
  'setup/remove',
  'sync/start',
]);
const TYPED: ReadonlySet<SetupRequest['type']> = new Set(['setup/saveKeys', 'setup/region', 'setup/change']);

/** State whose one source of truth is the background. */
export const createSetup = () =>
  create<SetupState>((set) => {
    let answered: SetupView | null = null;
    let answeredOrder = 0;
    let lastOrder = 0;
    let unanswered: readonly Asked[] = [];
    let typed: Promise<unknown> = Promise.resolve();

    const show = () => {
      const asked = unanswered.map(({ request }) => request);
      set({
        view: answered && asked.reduce(foresee, answered),
        asked,
        pending: new Set(asked.map(({ type }) => type)),
      });
    };

    /** An answer that a later one has overtaken may be the past, or hold news all the same: so look again. */
    const accept = (order: number, view: SetupView) => {
      if (order > answeredOrder) {
        answered = view;
        answeredOrder = order;
      } else {
        void ask({ type: 'setup/view', reload: false });
      }
      set({ failure: null });
    };

    const ask = async (wanted: SetupRequest) => {
      lastOrder += 1;
      const request = aboutShown(wanted, answered?.editing);
      const asked: Asked = { order: lastOrder, request };
      unanswered = [...unanswered, asked];
      show();
      if (ACTS.has(request.type)) await typed;
      const answer = sendTwice(request);
      if (TYPED.has(request.type)) typed = Promise.allSettled([typed, answer]);
      await answer.then(
        (view) => accept(asked.order, view),
        (error: unknown) => set({ failure: failureOf(error) }),
      );
      unanswered = unanswered.filter((other) => other !== asked);
      show();
    };
    const recall = (view: SetupView | null) => {
      answered ??= view;
      show();
    };
    return { view: null, asked: [], pending: new Set(), failure: null, ask, recall };
  });

/** A change is meant for what the user sees, whatever another page has chosen to show meanwhile. */
function aboutShown(request: SetupRequest, editing: string | undefined): SetupRequest {
  switch (request.type) {
    case 'setup/change':
    case 'setup/save':
    case 'setup/discard':
    case 'setup/automatic':
      return editing === undefined ? request : { key: editing, ...request };
    default:
      return request;
  }
}

/** What the popup and the options page show. */
export const useSetup = createSetup();

/**
 * The worker may die under a request. All of them may be made twice but a log-in, which would open a second
 * window: what became of that one is seen by looking.
 */
const sendTwice = (request: SetupRequest): Promise<SetupView> =>
  send(request).catch((error: unknown) => {
    if (failureOf(error) !== 'noAnswer') throw error;
    return send(request.type === 'setup/logIn' ? { type: 'setup/view', reload: false } : request);
  });

/** Reads the view now, and again whenever the background tells of a change; gives what ends that. */
export function followSetup(): () => void {
  const refresh = () => void useSetup.getState().ask({ type: 'setup/view', reload: false });
  refresh();
  return onChanged(refresh);
}
