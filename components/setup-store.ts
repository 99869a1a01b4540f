import { create } from 'zustand';
import type { SetupView, TrustedRequest } from '../lib/messages.ts';
import { onChanged, send } from './send.ts';

type SetupRequest = Extract<TrustedRequest, { type: `setup/${string}` | 'sync/start' }>;

interface SetupState {
  /** What the background said last; null before its first answer. */
  readonly view: SetupView | null;
  /** Requests that are under way. */
  readonly pending: ReadonlySet<SetupRequest['type']>;
  /** The background could not be reached twice in a row. */
  readonly hasFailed: boolean;
  ask(request: SetupRequest): Promise<void>;
}

/** The popup's state: one source of truth, which is the background; each of its answers replaces the whole view. */
export const useSetup = create<SetupState>((set, get) => ({
  view: null,
  pending: new Set(),
  hasFailed: false,
  ask: async (request) => {
    set({ pending: new Set([...get().pending, request.type]) });
    try {
      const view = await send(request);
      set({ view, hasFailed: false });
    } catch {
      // The worker died under the request; what it did is seen by asking again.
      await send({ type: 'setup/view', reload: false }).then(
        (view) => set({ view, hasFailed: false }),
        () => set({ hasFailed: true }),
      );
    } finally {
      set({ pending: new Set([...get().pending].filter((type) => type !== request.type)) });
    }
  },
}));

/** Reads the view now, and again whenever the background tells of a change. */
export function followSetup(): () => void {
  const refresh = () => void useSetup.getState().ask({ type: 'setup/view', reload: false });
  refresh();
  return onChanged(refresh);
}
