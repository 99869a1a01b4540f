/** Documents found without reading them all: those that the user may have to see to, and those that a page lists. */
import type { IDBPDatabase, IDBPObjectStore, StoreNames } from 'idb';
import type { DocumentKind } from '../accounting/facts.ts';
import type { Schema } from './schema.ts';

/** A document as somebody else names it. */
export interface Sought {
  readonly kind: DocumentKind;
  readonly id: string | null;
  readonly number: string | null;
}

/** By place in the record: a record without the place is not in the index, so that the three last hold few. */
const INDEXES = {
  state: 'outcome.state',
  payment: 'payment.state',
  /** What Teamleader has come to say of it. */
  document: 'outcome.standing.document.now.date',
  /** What its entry has come to say, or that it is gone. */
  entry: 'outcome.standing.entry.now.date',
  gone: 'outcome.standing.entry.now',
} as const;

export type DocumentIndexes = { readonly [name in keyof typeof INDEXES]: [string, string] } & {
  readonly number: [string, DocumentKind, string];
};

export function createIndexes(
  documents: IDBPObjectStore<Schema, ArrayLike<StoreNames<Schema>>, 'documents', 'versionchange'>,
): void {
  documents.createIndex('number', ['connectionId', 'kind', 'number']);
  for (const name of ['state', 'payment', 'document', 'entry', 'gone'] as const) {
    documents.createIndex(name, ['connectionId', INDEXES[name]]);
  }
}

/** As stored: all that are held back, whose payment is in question, or that are not as they were booked; maybe others. */
export async function findToSeeTo(database: IDBPDatabase<Schema>, connectionId: string): Promise<readonly unknown[]> {
  const { store } = database.transaction('documents');
  const any = IDBKeyRange.bound([connectionId], [connectionId, []]);
  const found = await Promise.all([
    store.index('state').getAll([connectionId, 'blocked']),
    store.index('payment').getAll([connectionId, 'attention']),
    ...(['document', 'entry', 'gone'] as const).map((name) => store.index(name).getAll(any)),
  ]);
  return found.flat();
}

/** As stored, those of the connection that are named, by id or by number. */
export async function findNamed(
  database: IDBPDatabase<Schema>,
  connectionId: string,
  sought: readonly Sought[],
): Promise<readonly unknown[]> {
  const { store } = database.transaction('documents');
  const found = await Promise.all(
    sought.flatMap(({ kind, id, number }) => [
      ...(id === null ? [] : [store.get([connectionId, kind, id])]),
      ...formsOf(number).map((form) => store.index('number').get([connectionId, kind, form])),
    ]),
  );
  return found.filter((stored) => stored !== undefined);
}

/** A page may write `2026/27` where Teamleader's API says `2026 / 27`. */
function formsOf(number: string | null): readonly string[] {
  if (number === null) return [];
  const parts = number.split('/').map((part) => part.trim());
  return [...new Set([number, parts.join('/'), parts.join(' / ')])];
}
