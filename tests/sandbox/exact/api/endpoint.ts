import type { BusinessUser } from '../../business/business.ts';
import type { Switches } from '../../contract.ts';
import type { Fields, Ledger } from '../ledger.ts';
import type { Row } from '../odata/values.ts';
import type { Properties } from '../properties/property.ts';

export const RIGHTS = ['manageAccounts', 'salesEntries', 'debtorReports', 'creditorReports', 'masterData'] as const;
/** What a user may be allowed to do; each call wants one of them at the most. */
export type Right = (typeof RIGHTS)[number];

/** What a call sees: the division that it names, and what holds for all of them. */
export interface Scope {
  readonly ledger: Ledger;
  readonly ledgers: readonly Ledger[];
  readonly user: BusinessUser;
  readonly switches: Switches;
}

/** What a POST or PUT gave: every property is known, allowed and of its type. */
export interface Body {
  readonly fields: Fields;
  /** Rows of other entities, not yet looked at. */
  readonly collections: Readonly<Record<string, readonly unknown[]>>;
}

export interface Endpoint {
  readonly properties: Properties;
  /** The property that is the key of an entity. */
  readonly key: string;
  readonly right: Right | null;
  /** A page holds 60 entities, or 1,000 where the others are meant to be read in bulk. */
  readonly paging: 'ordinary' | 'bulk' | 'sync';
  /** Synchronising is done at another endpoint, so a list without a filter is refused. */
  readonly mustFilter: boolean;
  rows(scope: Scope): readonly Row[];
  /** Makes an entity and gives it back. */
  post?(body: Body, scope: Scope): Row;
  put?(id: string, body: Body, scope: Scope): void;
  delete?(id: string, scope: Scope): void;
}
