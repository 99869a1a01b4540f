import { createContext, useContext } from 'react';
import type { HistoryView } from '../../lib/messages.ts';

type Names = Readonly<Record<string, string>>;

/** Connection id to name, where what is shown is of several: else nothing need tell them apart. */
export const ConnectionNames = createContext<Names>({});

export const useConnectionNames = (): Names => useContext(ConnectionNames);

export function namesIn(history: HistoryView | null): Names {
  if (history === null) return {};
  const ids = new Set([...history.documents, ...history.runs].map(({ connectionId }) => connectionId));
  return ids.size > 1 ? history.connections : {};
}
