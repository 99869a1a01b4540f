import type { GlAccount, Journal, TaxRate } from '../accounting/facts.ts';
import { proposeVatLinks, vatCodeProblem } from '../accounting/vat-links.ts';
import { type Connection, type ConnectionDraft, draftOf, LAST_ENTRY_SERIES } from '../connection.ts';
import { EMPTY_DRAFT } from '../connection-draft.ts';
import type { SetupProblem } from '../messages.ts';
import { err, ok, type Result } from '../result.ts';
import type { SetupFacts } from './choices.ts';

/**
 * Fills in what is not chosen yet and can be guessed well; what the user chose stays, also an empty text: "none".
 * @param others whose company entities are taken already
 */
export function withProposals(
  draft: ConnectionDraft,
  facts: SetupFacts,
  others: readonly Connection[],
): ConnectionDraft {
  const unconnected = facts.companyEntities.filter(({ id }) => others.every((other) => other.companyEntity.id !== id));
  const usable = facts.journals.filter(isUsableJournal);
  const creditJournal = usable.find((journal) => CREDIT_NOTE.test(journal.description)) ?? usable[1];
  const invoiceJournal = usable.find((journal) => journal !== creditJournal);
  const revenue = facts.glAccounts.filter(isUsableRevenue);
  return {
    ...draft,
    companyEntityId: draft.companyEntityId ?? onlyOne(unconnected)?.id ?? null,
    divisionCode: draft.divisionCode ?? onlyOne(facts.divisions)?.code ?? null,
    invoiceJournal: draft.invoiceJournal ?? invoiceJournal?.code ?? null,
    creditNoteJournal: draft.creditNoteJournal ?? creditJournal?.code ?? null,
    revenueAccount:
      draft.revenueAccount ?? revenue.find((account) => !DISCOUNT.test(account.description))?.code ?? null,
    discountAccount: draft.discountAccount ?? facts.glAccounts.find(isUsableDiscount)?.code ?? null,
    vatLinks: { ...proposeVatLinks(facts.taxRates, facts.vatCodes), ...draft.vatLinks },
  };
}

/** What would stand in the draft, had the user chosen nothing but entity, date and division. */
export const proposalsFor = (
  { companyEntityId, startDate, divisionCode }: ConnectionDraft,
  facts: SetupFacts,
  others: readonly Connection[],
): ConnectionDraft => withProposals({ ...EMPTY_DRAFT, companyEntityId, startDate, divisionCode }, facts, others);

const CREDIT_NOTE = /credit/i;
const DISCOUNT = /korting|discount|remise|rabat|skonto/i;

const isUsableJournal = (journal: Journal): boolean => journal.isSales && !journal.isBlocked;
const isUsableRevenue = (account: GlAccount): boolean => account.isRevenue && !account.isBlocked;
const isUsableDiscount = (account: GlAccount): boolean =>
  isUsableRevenue(account) && DISCOUNT.test(account.description);

const onlyOne = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** What a connection has that the set-up does not ask for. */
export type Kept = Pick<
  Connection,
  'id' | 'users' | 'accountChoices' | 'firstSyncAt' | 'automaticEvery' | 'automaticHours'
>;

/**
 * The draft as a connection, or everything that keeps it from being one, in the order of the set-up.
 * @param others that it stands beside
 */
export function connectionFrom(
  draft: ConnectionDraft,
  facts: SetupFacts,
  { id, users, accountChoices, firstSyncAt, automaticEvery, automaticHours }: Kept,
  others: readonly Connection[],
): Result<Connection, readonly SetupProblem[]> {
  const companyEntity = facts.companyEntities.find((one) => one.id === draft.companyEntityId);
  const division = facts.divisions.find((one) => one.code === draft.divisionCode);
  const invoiceJournal = facts.journals.find((one) => one.code === draft.invoiceJournal && isUsableJournal(one));
  const creditNoteJournal = facts.journals.find((one) => one.code === draft.creditNoteJournal && isUsableJournal(one));
  const revenue = facts.glAccounts.find((one) => one.code === draft.revenueAccount && !one.isBlocked);

  const problems: SetupProblem[] = [];
  if (companyEntity === undefined) problems.push('companyEntityMissing');
  if (draft.startDate === null) problems.push('startDateMissing');
  if (division === undefined) problems.push('divisionMissing');
  if (others.some((other) => other.companyEntity.id === companyEntity?.id && other.division.code === division?.code))
    problems.push('alreadyConnected');
  if (invoiceJournal === undefined) problems.push('invoiceJournalMissing');
  if (creditNoteJournal === undefined) problems.push('creditNoteJournalMissing');
  if (invoiceJournal !== undefined && invoiceJournal === creditNoteJournal) problems.push('journalsEqual');
  const links = facts.taxRates.filter((rate) => Boolean(draft.vatLinks[rate.id]));
  if (links.length === 0) problems.push('vatLinksMissing');
  if (!links.every((rate) => isLinkGood(rate, draft, facts))) problems.push('vatLinkUnusable');
  if (revenue === undefined) problems.push('revenueAccountMissing');
  if (
    problems.length > 0 ||
    companyEntity === undefined ||
    draft.startDate === null ||
    division === undefined ||
    invoiceJournal === undefined ||
    creditNoteJournal === undefined ||
    revenue === undefined
  ) {
    return err(problems);
  }
  return ok({
    id,
    companyEntity: { id: companyEntity.id, name: companyEntity.name },
    entrySeries: companyEntity.position <= LAST_ENTRY_SERIES ? companyEntity.position : null,
    startDate: draft.startDate,
    division,
    journals: { invoices: invoiceJournal.code, creditNotes: creditNoteJournal.code },
    vatLinks: onlyOf(draft.vatLinks, new Set(facts.taxRates.map((rate) => rate.id))),
    glAccounts: {
      revenue: revenue.code,
      discount: draft.discountAccount || null,
      perTaxRate: onlyOf(draft.accountPerTaxRate, new Set(facts.taxRates.map((rate) => rate.id))),
    },
    lines: draft.lines,
    attachPdf: draft.attachPdf,
    otherIntegration: draft.otherIntegration,
    firstSyncAt,
    automaticEvery,
    automaticHours,
    users,
    accountChoices,
  });
}

/** Is it a code that can be used for the rate? A rate that is not linked blocks the documents that use it. */
function isLinkGood(rate: TaxRate, draft: ConnectionDraft, { vatCodes }: SetupFacts): boolean {
  const vatCode = vatCodes.find((code) => code.code === draft.vatLinks[rate.id]);
  return vatCode !== undefined && vatCodeProblem(vatCode, rate) === null;
}

const onlyOf = (links: Readonly<Record<string, string>>, ids: ReadonlySet<string>): Record<string, string> =>
  Object.fromEntries(Object.entries(links).filter(([id, code]) => ids.has(id) && code !== ''));

/** Does the connection say what the draft says? While a list is not there, as after a lost log-in, the choices tell. */
export function isSameAs(connection: Connection | null, draft: ConnectionDraft, facts: SetupFacts): boolean {
  if (connection === null) return false;
  if (!areThere(facts)) return choicesIn(draft) === choicesIn(draftOf(connection));
  const drafted = connectionFrom(draft, facts, connection, []);
  return drafted.ok && JSON.stringify(sorted(drafted.value)) === JSON.stringify(sorted(connection));
}

const areThere = ({ companyEntities, taxRates, divisions, journals, vatCodes, glAccounts }: SetupFacts): boolean =>
  [companyEntities, taxRates, divisions, journals, vatCodes, glAccounts].every(({ length }) => length > 0);

/** What leads to nothing is none. */
const choicesIn = ({ vatLinks, accountPerTaxRate, discountAccount, ...draft }: ConnectionDraft): string =>
  JSON.stringify([
    Object.entries(draft).sort(([a], [b]) => a.localeCompare(b)),
    discountAccount || null,
    ...[vatLinks, accountPerTaxRate].map((links) => inOrder(onlyOf(links, new Set(Object.keys(links))))),
  ]);

const sorted = ({ glAccounts, ...connection }: Connection): Connection => ({
  ...connection,
  glAccounts: { ...glAccounts, perTaxRate: inOrder(glAccounts.perTaxRate) },
  vatLinks: inOrder(connection.vatLinks),
});

const inOrder = (record: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)));
