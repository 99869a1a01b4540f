import { useCallback, useEffect, useState } from 'react';
import { failureOf, onChanged, type SendFailure, send } from '../../components/send.ts';
import type { ImportFilter, ImportItemsView } from '../../lib/import-messages.ts';

interface ImportItems {
  /** Null before the first answer; what was shown stays while it is read again. */
  readonly list: ImportItemsView | null;
  readonly failure: SendFailure | null;
  readonly load: () => void;
}

/** Accounts that are found, and what becomes of them. */
export function useImportItems(division: number, sought: string, filter: ImportFilter | null): ImportItems {
  const [list, setList] = useState<ImportItemsView | null>(null);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const [asked, setAsked] = useState(0);
  const load = useCallback(() => setAsked((count) => count + 1), []);
  useEffect(() => onChanged(load), [load]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking reads anew
  useEffect(() => {
    // An answer to what is no longer sought is not shown.
    let isCurrent = true;
    const request = { type: 'import/items', division, sought, filter } as const;
    void send(request)
      .catch(() => send(request))
      .then(
        (found) => {
          if (!isCurrent) return;
          setList(found);
          setFailure(null);
        },
        (error: unknown) => isCurrent && setFailure(failureOf(error)),
      );
    return () => {
      isCurrent = false;
    };
  }, [division, sought, filter, asked]);
  return { list, failure, load };
}
