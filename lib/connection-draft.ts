import type { ConnectionDraft } from './connection.ts';

/** The key of the draft that the user adds; that of a connection is its id. */
export const NEW_DRAFT = 'new';

export const EMPTY_DRAFT: ConnectionDraft = {
  companyEntityId: null,
  startDate: null,
  divisionCode: null,
  invoiceJournal: null,
  creditNoteJournal: null,
  vatLinks: {},
  revenueAccount: null,
  discountAccount: null,
  accountPerTaxRate: {},
  lines: 'grouped',
  attachPdf: false,
  otherIntegration: null,
};

/**
 * The user's own change: what is given as undefined stays, a link is changed by itself, and choices that hang on another
 * one go when that one changes.
 */
export function withChoices(draft: ConnectionDraft, change: DraftChange): ConnectionDraft {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next: ConnectionDraft = {
    ...draft,
    ...given,
    vatLinks: { ...draft.vatLinks, ...change.vatLinks },
    accountPerTaxRate: { ...draft.accountPerTaxRate, ...change.accountPerTaxRate },
  };
  if (next.divisionCode !== draft.divisionCode) {
    return {
      ...EMPTY_DRAFT,
      companyEntityId: next.companyEntityId,
      startDate: next.startDate,
      divisionCode: next.divisionCode,
    };
  }
  return next.companyEntityId === draft.companyEntityId
    ? next
    : { ...next, vatLinks: {}, accountPerTaxRate: {}, otherIntegration: null };
}

/** What the lists are of from which something is chosen. */
export type ListsOf = Pick<ConnectionDraft, 'companyEntityId' | 'divisionCode'>;

const FROM_LISTS = [
  'invoiceJournal',
  'creditNoteJournal',
  'vatLinks',
  'revenueAccount',
  'discountAccount',
  'accountPerTaxRate',
  'otherIntegration',
] as const satisfies (keyof ConnectionDraft)[];

/** Was it chosen for a company entity or a division in whose place another page has put another one? There it may mean something else. */
export const isOvertaken = (draft: ConnectionDraft, change: DraftChange, of: ListsOf): boolean =>
  FROM_LISTS.some((field) => change[field] !== undefined) &&
  (isOther(draft.companyEntityId, of.companyEntityId) || isOther(draft.divisionCode, of.divisionCode));

/** One that stands where none stood was proposed. */
const isOther = <T>(now: T | null, before: T | null): boolean => now !== null && before !== null && now !== before;

type DraftChange = { readonly [K in keyof ConnectionDraft]?: ConnectionDraft[K] | undefined };
