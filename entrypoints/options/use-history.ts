import { useCallback, useEffect, useState } from 'react';
import { failureOf, onChanged, type SendFailure, send } from '../../components/send.ts';
import type { HistoryView } from '../../lib/messages.ts';

export interface History {
  /** Null before the first answer; what was shown stays while it is read again. */
  readonly history: HistoryView | null;
  /** Why it could not be read, or null. */
  readonly failure: SendFailure | null;
  readonly load: () => void;
}

/** Runs and documents, read now and again whenever the background tells of a change. */
export function useHistory(): History {
  const [history, setHistory] = useState<HistoryView | null>(null);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const load = useCallback(() => {
    const request = { type: 'history/view' } as const;
    // The worker may die under the first.
    void send(request)
      .catch(() => send(request))
      .then(
        (loaded) => {
          setHistory(loaded);
          setFailure(null);
        },
        (error: unknown) => setFailure(failureOf(error)),
      );
  }, []);
  useEffect(() => {
    load();
    return onChanged(load);
  }, [load]);
  return { history, failure, load };
}
