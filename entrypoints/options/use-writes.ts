import { useCallback, useEffect, useState } from 'react';
import { failureOf, onChanged, type SendFailure, send } from '../../components/send.ts';
import type { WriteView } from '../../lib/messages.ts';

interface ReadWrites {
  /** Null before the first answer. */
  readonly writes: readonly WriteView[] | null;
  readonly failure: SendFailure | null;
  readonly load: () => void;
}

/** Every call that wrote, read now and again whenever the background tells of a change. */
export function useWrites(): ReadWrites {
  const [writes, setWrites] = useState<readonly WriteView[] | null>(null);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const load = useCallback(() => {
    const request = { type: 'history/writes' } as const;
    void send(request)
      .catch(() => send(request))
      .then(
        (loaded) => {
          setWrites(loaded);
          setFailure(null);
        },
        (error: unknown) => setFailure(failureOf(error)),
      );
  }, []);
  useEffect(() => {
    load();
    return onChanged(load);
  }, [load]);
  return { writes, failure, load };
}
