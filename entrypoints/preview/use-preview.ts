import { useCallback, useEffect, useState } from 'react';
import { failureOf, onChanged, type SendFailure, send } from '../../components/send.ts';
import type { PreviewView } from '../../lib/messages.ts';

type Request = Parameters<typeof send>[0] & { readonly type: `preview/${string}` };

interface Shown {
  /** Null before the first answer. */
  readonly view: PreviewView | null;
  readonly failure: SendFailure | null;
  readonly ask: (request: Request) => void;
}

/** A page of the preview, read now and again whenever the background tells of a change. @param page from 0 */
export function usePreview(page: number): Shown {
  const [view, setView] = useState<PreviewView | null>(null);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const ask = useCallback((request: Request) => {
    void send(request).then(
      (answer) => {
        setView(answer);
        setFailure(null);
      },
      (error: unknown) => setFailure(failureOf(error)),
    );
  }, []);
  useEffect(() => {
    const look = () => ask({ type: 'preview/view', page });
    look();
    return onChanged(look);
  }, [ask, page]);
  return { view, failure, ask };
}
