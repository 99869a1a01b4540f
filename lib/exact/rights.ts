import { z } from 'zod';
import type { Failure } from '../http/failure.ts';
import { ok, type Result } from '../result.ts';
import type { ExactRight } from '../rights.ts';
import type { DivisionCalls } from './documents.ts';
import { guidLiteral } from './odata.ts';

export interface ExactRights {
  /**
   * Whether the user may see what the right is for; that he may write there too, only writing shows. One call; each no is
   * counted by Exact as an error, so ask once. Exact 6.
   */
  hasRight(right: ExactRight): Promise<Result<boolean, Failure>>;
}

const NOBODY = guidLiteral('00000000-0000-0000-0000-000000000000');
interface Place {
  readonly endpoint: string;
  readonly key: string;
  /** Asks for as little as can be. */
  readonly query: Readonly<Record<string, string>>;
}

/** Where each right shows. */
const SHOWN_BY: Readonly<Record<ExactRight, Place>> = {
  manageAccounts: { endpoint: 'crm/Accounts', key: 'ID', query: { $filter: `ID eq ${NOBODY}` } },
  salesEntries: { endpoint: 'salesentry/SalesEntries', key: 'EntryID', query: { $filter: `EntryID eq ${NOBODY}` } },
  debtorReports: { endpoint: 'read/financial/ReceivablesList', key: 'HID', query: { $top: '1' } },
  creditorReports: { endpoint: 'read/financial/PayablesList', key: 'HID', query: { $top: '1' } },
  masterData: { endpoint: 'financial/Journals', key: 'Code', query: { $top: '1' } },
};

export const rightsOver = ({ list }: Pick<DivisionCalls, 'list'>): ExactRights => ({
  async hasRight(right) {
    const { endpoint, key, query } = SHOWN_BY[right];
    const read = await list(endpoint, query, z.object({ [key]: z.unknown() }));
    if (read.ok) return ok(true);
    return read.error.kind === 'forbidden' ? ok(false) : read;
  },
});
