/** Sales entries: booked, changed and deleted as Exact would, or refused. */
import { randomUUID } from 'node:crypto';
import Big from 'big.js';
import type { BusinessJournal, BusinessPaymentCondition } from '../../business/business.ts';
import type { Switches } from '../../contract.ts';
import type { Body, Scope } from '../api/endpoint.ts';
import { CURRENCIES, type Period } from '../books.ts';
import type { Fields, Ledger, LedgerAccount, LedgerEntry } from '../ledger.ts';
import { dayValue, type Row } from '../odata/values.ts';
import { badRequest, notFound } from '../refusal.ts';
import { entryRow, toldRate } from '../rows/entries.ts';
import { dayIn, limitLength, numberIn, textIn } from './body.ts';
import { dueDate } from './due-date.ts';
import { linesOf } from './entry-lines.ts';

const SALES = 20;

// How long a text may be is an assumption: the reference does not tell.
const YOUR_REF_LENGTH = 30;
const DESCRIPTION_LENGTH = 60;

export function bookEntry({ fields, collections }: Body, scope: Scope): Row {
  const { ledger, switches } = scope;
  const header = headerOf(fields, ledger, switches);
  const entry: LedgerEntry = {
    ...header,
    id: randomUUID(),
    lines: linesOf(collections['SalesEntryLines'] ?? [], header, scope),
    entryNumber: numberFor(fields, header, scope),
    created: ledger.now(),
    modified: ledger.now(),
  };
  ledger.putEntry(entry);
  return entryRow(entry, ledger, switches);
}

/** What an entry is identified or measured by stays as it was booked. */
const FIXED: ReadonlySet<string> = new Set(['EntryID', 'EntryNumber', 'Journal', 'Currency', 'Rate', 'VATAmountFC']);

export function changeEntry(id: string, { fields, collections }: Body, { ledger, switches }: Scope): void {
  const entry = changeable(id, ledger);
  const fixed = [...Object.keys(fields), ...Object.keys(collections)].find(
    (name) => FIXED.has(name) || name === 'SalesEntryLines',
  );
  if (fixed !== undefined) throw badRequest(`Not allowed: change of ${fixed}`);
  const header = headerOf({ ...keptFields(entry, fields, switches), ...fields }, ledger, switches);
  if (isNumberTaken({ ...header, entryNumber: entry.entryNumber }, ledger, switches, id)) {
    throw alreadyExists(entry.entryNumber, entry.journal);
  }
  ledger.putEntry({ ...entry, ...header, modified: ledger.now() });
}

export function deleteEntry(id: string, { ledger }: Scope): void {
  ledger.removeEntry(changeable(id, ledger).id);
}

function changeable(id: string, ledger: Ledger): LedgerEntry {
  const entry = ledger.entries.get(id);
  if (entry === undefined) throw notFound();
  const period = ledger.books.periods.find(({ year, number }) => year === entry.year && number === entry.period);
  if (period === undefined || ledger.isClosed(period)) throw periodClosed(entry.year, entry.period);
  if (ledger.owedFor(id).some(({ settledOn }) => settledOn !== null))
    throw badRequest('Not allowed: the entry is processed.');
  return entry;
}

type Header = Omit<LedgerEntry, 'id' | 'lines' | 'entryNumber' | 'created' | 'modified'>;

const TOLD_APART: ReadonlySet<string> = new Set([
  ...FIXED,
  'Customer',
  'EntryDate',
  'ReportingYear',
  'ReportingPeriod',
  'DueDate',
  'YourRef',
  'Description',
  'PaymentCondition',
  'PaymentReference',
  'ExternalLinkReference',
]);

function headerOf(fields: Fields, ledger: Ledger, switches: Switches): Header {
  const { books } = ledger;
  const journal = journalFor(fields, ledger);
  const customer = customerFor(fields, ledger);
  const date = dayIn(fields, 'EntryDate') ?? new Date(ledger.now()).toISOString().slice(0, 10);
  const period = periodFor(fields, date, ledger);
  const currency = textIn(fields, 'Currency') ?? books.division.currency;
  const condition = conditionFor(fields, customer, books.paymentConditions);
  limitLength(fields, 'YourRef', YOUR_REF_LENGTH);
  limitLength(fields, 'Description', DESCRIPTION_LENGTH);
  const document = textIn(fields, 'Document');
  if (document !== null && !ledger.documents.has(document)) throw badRequest('Invalid reference: Document');
  return {
    journal: journal.code,
    customer: customer.id,
    date,
    year: period.year,
    period: period.number,
    dueDate: dayIn(fields, 'DueDate') ?? (condition === null ? date : dueDate(date, condition)),
    yourRef: textIn(fields, 'YourRef'),
    description: textIn(fields, 'Description'),
    paymentCondition: condition?.code ?? null,
    paymentReference: textIn(fields, 'PaymentReference'),
    link: textIn(fields, 'ExternalLinkReference'),
    currency,
    rate: rateFor(fields, currency, journal, books.division.currency, switches),
    other: Object.fromEntries(Object.entries(fields).filter(([name]) => !TOLD_APART.has(name))),
  };
}

/** The entry's own header, as if it had been posted; period and due date follow from what is changed. */
function keptFields(entry: LedgerEntry, changes: Fields, switches: Switches): Fields {
  const movesPeriod = 'EntryDate' in changes;
  const movesDueDate = movesPeriod || 'PaymentCondition' in changes;
  return {
    ...entry.other,
    Journal: entry.journal,
    Customer: entry.customer,
    EntryDate: dayValue(entry.date),
    YourRef: entry.yourRef,
    Description: entry.description,
    PaymentCondition: entry.paymentCondition,
    PaymentReference: entry.paymentReference,
    ExternalLinkReference: entry.link,
    Currency: entry.currency,
    Rate: toldRate(entry.rate, switches).toNumber(),
    ...(movesPeriod ? {} : { ReportingYear: entry.year, ReportingPeriod: entry.period }),
    ...(movesDueDate ? {} : { DueDate: dayValue(entry.dueDate) }),
  };
}

/** Named by its code; by an id it is not found. */
function journalFor(fields: Fields, ledger: Ledger): BusinessJournal {
  const code = textIn(fields, 'Journal');
  if (code === null) throw badRequest('Mandatory: Journal');
  const journal = ledger.books.journals.find((one) => one.code === code.trim());
  if (journal === undefined || journal.type !== SALES) throw badRequest('Invalid reference: Journals');
  if (ledger.blockedJournals.has(journal.code)) throw badRequest(`Journal ${journal.code} is blocked.`);
  return journal;
}

function customerFor(fields: Fields, ledger: Ledger): LedgerAccount {
  const id = textIn(fields, 'Customer');
  if (id === null) throw badRequest('Mandatory: Account');
  const account = ledger.accounts.get(id);
  if (account === undefined) throw badRequest('Invalid reference: Account');
  if (account.fields['Status'] !== 'C') throw badRequest('Invalid: Customer (Type)');
  if (account.fields['Blocked'] === true) throw badRequest(`Account blocked: ${account.fields['Name']}`);
  return account;
}

function periodFor(fields: Fields, date: string, ledger: Ledger): Period {
  const ofDate = ledger.periodOf(date);
  const year = numberIn(fields, 'ReportingYear') ?? ofDate?.year;
  const number = numberIn(fields, 'ReportingPeriod') ?? ofDate?.number;
  const period = ledger.books.periods.find((one) => one.year === year && one.number === number);
  if (period === undefined) throw badRequest('Unknown: Financial year (Period-date table)');
  if (ledger.isClosed(period)) throw periodClosed(period.year, period.number);
  return period;
}

const periodClosed = (year: number, period: number) => badRequest(`Period closed: ${year} - ${period}`);

/** Units of the division's currency for one unit of the entry's: an amount times the rate is the amount there. */
function rateFor(fields: Fields, currency: string, journal: BusinessJournal, home: string, switches: Switches): Big {
  const known = CURRENCIES.get(currency);
  if (known === undefined) throw badRequest(`Invalid reference: Currency ${currency}`);
  if (currency !== journal.currency && !journal.allowVariableCurrency) {
    throw badRequest(`Not allowed: Currency ${currency}, Journal: ${journal.code}`);
  }
  const given = numberIn(fields, 'Rate');
  if (given === null) return new Big(known.rate);
  if (given <= 0 || (currency === home && given !== 1)) throw badRequest('Invalid: Rate');
  // A double's reverse is not exact: what is beyond twelve decimals is noise.
  const rate = toldRate(new Big(given), switches).round(12);
  if (!journal.allowVariableExchangeRate && !rate.eq(known.rate)) {
    throw badRequest(`Not allowed: Rate, Journal: ${journal.code}`);
  }
  return rate;
}

/** The one that is given, else the customer's own. */
function conditionFor(
  fields: Fields,
  customer: LedgerAccount,
  conditions: readonly BusinessPaymentCondition[],
): BusinessPaymentCondition | null {
  const code = textIn(fields, 'PaymentCondition') ?? textIn(customer.fields, 'PaymentConditionSales');
  if (code === null) return null;
  const condition = conditions.find((one) => one.code === code.trim());
  if (condition === undefined) throw badRequest(`Invalid reference: Payment condition ${code}`);
  return condition;
}

function numberFor(fields: Fields, header: Header, { ledger, switches }: Scope): number {
  const given = numberIn(fields, 'EntryNumber');
  if (given === null) return ledger.nextNumber(header.journal, header.year);
  if (!switches.entryNumberPostable) throw badRequest(`Not allowed: Entry number, Journal: ${header.journal}`);
  if (given <= 0) throw badRequest(`Invalid: Entry number ${given}`);
  if (isNumberTaken({ ...header, entryNumber: given }, ledger, switches)) throw alreadyExists(given, header.journal);
  return given;
}

/** @param except the id of the entry that may bear the number */
function isNumberTaken(
  wanted: Pick<LedgerEntry, 'journal' | 'year' | 'entryNumber'>,
  ledger: Ledger,
  { entryNumberUnique }: Switches,
  except?: string,
): boolean {
  return [...ledger.entries.values()].some(
    (entry) =>
      entry.id !== except &&
      entry.journal === wanted.journal &&
      entry.entryNumber === wanted.entryNumber &&
      (entryNumberUnique === 'journal' || entry.year === wanted.year),
  );
}

const alreadyExists = (entryNumber: number, journal: string) =>
  badRequest(`Already exists - Entry number: ${entryNumber}, Journal: ${journal}`);
