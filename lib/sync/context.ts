import type { Connection } from '../connection.ts';
import type { ExactDivision } from '../exact/client.ts';
import type { FetchFile } from '../http/file.ts';
import type { Database } from '../store/database.ts';
import type { Teamleader } from '../teamleader/client.ts';

/** Did this browser book the invoice, as far as it knows? At most one does, but where two booked in step. */
export type Side = 'booker' | 'other';

/** What a run of one connection works with. */
export interface SyncContext {
  readonly connection: Connection;
  /** Ids of others, of now or before, that book or booked into the division: its accounts are theirs too. */
  readonly siblings: readonly string[];
  readonly teamleader: Teamleader;
  readonly exact: ExactDivision;
  readonly database: Database;
  readonly fetchFile: FetchFile;
  /**
   * Waits for a random while, so that two browsers do not send in step what neither can refuse the other. Who booked an
   * invoice goes first: whoever else is at it waits until his while is over.
   */
  readonly standApart: (from: Side) => Promise<void>;
  /** From 0 up to, and not, 1. */
  readonly random: () => number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
