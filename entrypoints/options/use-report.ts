import { useCallback, useEffect, useState } from 'react';
import { failureOf, onChanged, type SendFailure, send } from '../../components/send.ts';
import type { ReportView, TrustedRequest } from '../../lib/messages.ts';

type Request = Extract<TrustedRequest, { type: `report/${string}` }>;

interface Shown {
  /** Null before the first answer. */
  readonly view: ReportView | null;
  readonly failure: SendFailure | null;
  readonly ask: (request: Request) => void;
}

/** The last report, read now and again whenever the background tells of a change. */
export function useReport(): Shown {
  const [view, setView] = useState<ReportView | null>(null);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const ask = useCallback((request: Request) => {
    // The worker may die under the first; a report that is begun twice is made once, by the second.
    void send(request)
      .catch(() => send(request))
      .then(
        (answer) => {
          setView(answer);
          setFailure(null);
        },
        (error: unknown) => setFailure(failureOf(error)),
      );
  }, []);
  useEffect(() => {
    const look = () => ask({ type: 'report/view' });
    look();
    return onChanged(look);
  }, [ask]);
  return { view, failure, ask };
}
