import { useCallback, useEffect, useState } from 'react';
import type { ImportView } from '../lib/import-messages.ts';
import type { TrustedRequest } from '../lib/messages.ts';
import { failureOf, onChanged, type SendFailure, send } from './send.ts';

/** What changes an import, and is answered with how it stands then; safe to be made twice. */
export type ImportChange = Extract<
  TrustedRequest,
  { type: 'import/choose' | 'import/unnumbered' | 'import/plan' | 'import/start' | 'import/pause' | 'import/answer' }
>;

export interface ImportState {
  /** Null before the first answer. */
  readonly view: ImportView | null;
  readonly failure: SendFailure | null;
  readonly isBusy: boolean;
  readonly ask: (request: ImportChange) => Promise<void>;
  readonly load: () => void;
}

/** What the user has chosen is seen at once: the answer follows. */
function foreseen(view: ImportView, request: ImportChange): ImportView {
  switch (request.type) {
    case 'import/choose':
      return { ...view, choice: request.choice };
    case 'import/unnumbered':
      return { ...view, unnumberedAs: request.as };
    default:
      return view;
  }
}

/** How the import of a division's customers stands, read now and again whenever the background tells of a change. */
export function useImport(division: number): ImportState {
  const [view, setView] = useState<ImportView | null>(null);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const [underWay, setUnderWay] = useState(0);
  const show = useCallback(async (request: ImportChange | Extract<TrustedRequest, { type: 'import/view' }>) => {
    // The worker may die under the first.
    await send(request)
      .catch(() => send(request))
      .then(
        (answer) => {
          setView(answer);
          setFailure(null);
        },
        (error: unknown) => setFailure(failureOf(error)),
      );
  }, []);
  const load = useCallback(() => void show({ type: 'import/view', division }), [show, division]);
  const ask = useCallback(
    async (request: ImportChange) => {
      setUnderWay((count) => count + 1);
      setView((current) => current && foreseen(current, request));
      await show(request);
      setUnderWay((count) => count - 1);
    },
    [show],
  );
  useEffect(() => {
    load();
    return onChanged(load);
  }, [load]);
  return { view, failure, isBusy: underWay > 0, ask, load };
}
