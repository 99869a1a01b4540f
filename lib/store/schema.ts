/** The stores that there are, and how each version of the extension finds them. */
import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';
import type { DocumentKind } from '../accounting/facts.ts';
import { createIndexes, type DocumentIndexes } from './document-indexes.ts';
import type { Intent } from './records.ts';
import { NewerVersionError, StorageHeldError } from './trouble.ts';

/** As it lies there: parsed by whoever reads it. */
type Stored = Record<string, unknown>;

export interface Schema extends DBSchema {
  documents: { key: [string, DocumentKind, string]; value: Stored; indexes: { connection: string } & DocumentIndexes };
  intents: { key: [string, Intent['type'], string]; value: Stored; indexes: { connection: string } };
  runs: { key: string; value: Stored; indexes: { startedAt: number } };
  /** What was read and can be read again: reference data, accounts, entries, cursors. */
  cache: { key: string; value: { at: number; value: unknown } };
  /** Every call that wrote: history only, nothing is decided by it. */
  writes: { key: number; value: Stored; indexes: { subject: [string, string, string] } };
  /** By division. */
  imports: { key: number; value: Stored };
  importRows: { key: [number, string]; value: Stored; indexes: { division: number } };
}

const VERSION = 4;

type Upgrade = Parameters<NonNullable<OpenDBCallbacks<Schema>['upgrade']>>;

function createStores(...[database, before, , transaction]: Upgrade): void {
  if (before < 1) createFirstStores(database);
  if (before < 2) {
    database
      .createObjectStore('writes', { keyPath: 'id', autoIncrement: true })
      .createIndex('subject', ['connectionId', 'written', 'subject']);
  }
  if (before < 3) {
    database.createObjectStore('imports', { keyPath: 'division' });
    database
      .createObjectStore('importRows', { keyPath: ['division', 'accountId'] })
      .createIndex('division', 'division');
  }
  if (before < 4) createIndexes(transaction.objectStore('documents'));
}

function createFirstStores(database: IDBPDatabase<Schema>): void {
  database
    .createObjectStore('documents', { keyPath: ['connectionId', 'kind', 'id'] })
    .createIndex('connection', 'connectionId');
  database
    .createObjectStore('intents', { keyPath: ['connectionId', 'type', 'subject'] })
    .createIndex('connection', 'connectionId');
  database.createObjectStore('runs', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
  database.createObjectStore('cache');
}

const STORES = ['documents', 'intents', 'runs', 'cache', 'writes', 'imports', 'importRows'] as const;

/** A later version was here: what it wrote is parsed as everything is, but what it moved away must not be missed. */
function refuseUnknown(database: IDBPDatabase<Schema>): IDBPDatabase<Schema> {
  if (STORES.every((store) => database.objectStoreNames.contains(store))) return database;
  database.close();
  throw new NewerVersionError();
}

/** Somebody else who does not give way holds an opening up for as long as he likes. */
async function inTime<T>(opening: Promise<T>, patienceMs: number): Promise<T> {
  const { promise: isLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new StorageHeldError()), patienceMs);
  try {
    return await Promise.race([opening, isLate]);
  } finally {
    clearTimeout(timer);
  }
}

const PATIENCE_MS = 10_000;

/**
 * Opens it when it is first asked for, and again where it was closed meanwhile.
 * @param patienceMs how long somebody else may hold an opening up
 * @throws NewerVersionError, StorageHeldError
 */
export function opener(name: string, patienceMs = PATIENCE_MS): () => Promise<IDBPDatabase<Schema>> {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const giveWay: OpenDBCallbacks<Schema> = {
    // Another context wants to upgrade or delete: give way, and open again when next asked.
    blocking(_current, _blocked, event) {
      opened = null;
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated() {
      opened = null;
    },
  };
  return () => {
    opened ??= openDB<Schema>(name, VERSION, { ...giveWay, upgrade: createStores })
      .catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'VersionError')
          return openDB<Schema>(name, undefined, giveWay).then(refuseUnknown);
        throw error;
      })
      .catch((error: unknown) => {
        opened = null;
        throw error;
      });
    return inTime(opened, patienceMs);
  };
}
