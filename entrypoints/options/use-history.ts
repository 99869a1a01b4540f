import { useCallback, useEffect, useState } from 'react';
import { onChanged, send } from '../../components/send.ts';
import type { HistoryView } from '../../lib/messages.ts';

interface History {
  /** Null before the first answer; what was shown stays while it is read again. */
  readonly history: HistoryView | null;
  readonly hasFailed: boolean;
  readonly load: () => void;
}

/** Runs and documents, read now and again whenever the background tells of a change. */
export function useHistory(): History {
  const [history, setHistory] = useState<HistoryView | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const load = useCallback(() => {
    const request = { type: 'history/view' } as const;
    // The worker may die under the first.
    void send(request)
      .catch(() => send(request))
      .then(
        (loaded) => {
          setHistory(loaded);
          setFailed(false);
        },
        () => setFailed(true),
      );
  }, []);
  useEffect(() => {
    load();
    return onChanged(load);
  }, [load]);
  return { history, hasFailed, load };
}
