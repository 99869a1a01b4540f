import { randomUUID } from 'node:crypto';
import Big from 'big.js';
import type { Business } from '../business/business.ts';
import type { StandInContext } from '../contract.ts';
import { type Ledger, type LedgerEntry, type LedgerLine, round } from './ledger.ts';
import { allows, edmTypeOf, type Properties } from './properties/property.ts';
import { salesEntryLines } from './properties/sales-entry-lines.ts';
import { Refusal } from './refusal.ts';

type Body = Readonly<Record<string, unknown>>;

const YOUR_REF_LENGTH = 30;
const DESCRIPTION_LENGTH = 60;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z?)?$/;

/** Each property must exist, be writable by the method and have its Edm type. */
export function checkBody(body: Body, properties: Properties, method: 'P' | 'U'): void {
  for (const [name, value] of Object.entries(body)) {
    const property = properties[name];
    if (property === undefined)
      throw new Refusal(400, `Error processing request stream. The property name '${name}' specified is not valid.`);
    if (!allows(property, method)) throw new Refusal(400, `The property '${name}' is read-only.`);
    if (value !== null && !hasType(value, edmTypeOf(property))) {
      throw new Refusal(
        400,
        `Error processing request stream. The value of '${name}' is not of type Edm.${edmTypeOf(property)}.`,
      );
    }
  }
}

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'Guid':
      return typeof value === 'string' && GUID.test(value);
    case 'String':
      return typeof value === 'string';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Double':
      return typeof value === 'number';
    case 'Int16':
    case 'Int32':
    case 'Byte':
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
    case 'DateTime':
      return typeof value === 'string' && TIME.test(value);
    default:
      return Array.isArray(value);
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const isRecord = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Makes a sales entry as Exact would, or refuses it. Exact 4 and 7. */
export function createEntry(body: Body, business: Business, ledger: Ledger, context: StandInContext): LedgerEntry {
  const journal = journalOf(body, business, ledger);
  const customer = customerOf(body, ledger);
  const date = (text(body['EntryDate']) ?? new Date(context.clock.now()).toISOString()).slice(0, 10);
  checkPeriod(date, ledger);
  const currency = text(body['Currency']) ?? business.division.currency;
  const rate = rateOf(body, currency, journal, business);
  limitLength(body, 'YourRef', YOUR_REF_LENGTH);
  limitLength(body, 'Description', DESCRIPTION_LENGTH);
  const condition = conditionOf(body, business);
  const lines = linesOf(body, currency, business, ledger);
  const entryNumber = numberOf(body, journal.code, date, ledger, context);
  const now = context.clock.now();
  return {
    id: randomUUID(),
    entryNumber,
    journal: journal.code,
    customer,
    date,
    dueDate: (text(body['DueDate']) ?? dueDate(date, condition)).slice(0, 10),
    yourRef: text(body['YourRef']),
    description: text(body['Description']),
    paymentCondition: condition?.code ?? null,
    paymentReference: text(body['PaymentReference']),
    link: text(body['ExternalLinkReference']),
    currency,
    rate,
    lines,
    created: now,
    modified: now,
  };
}

function journalOf(body: Body, business: Business, ledger: Ledger) {
  const code = text(body['Journal']);
  if (code === null) throw new Refusal(400, 'Mandatory: Journal');
  const journal = business.journals.find((one) => one.code === code.trim());
  if (journal === undefined || journal.type !== 20) throw new Refusal(400, 'Invalid reference: Journals');
  if (ledger.blockedJournals.has(journal.code)) throw new Refusal(400, `Journal ${journal.code} is blocked.`);
  return journal;
}

function customerOf(body: Body, ledger: Ledger): string {
  const id = text(body['Customer'])?.toLowerCase();
  if (id === undefined) throw new Refusal(400, 'Mandatory: Account');
  const account = ledger.accounts.get(id);
  if (account === undefined) throw new Refusal(400, 'Invalid reference: Account');
  if (account.fields['Status'] !== 'C') throw new Refusal(400, 'Invalid: Customer (Type)');
  if (account.fields['Blocked'] === true) throw new Refusal(400, `Account blocked: ${account.fields['Name']}`);
  return id;
}

function checkPeriod(date: string, ledger: Ledger): void {
  if (date < '2025-01-01' || date > '2026-12-31') throw new Refusal(400, 'Unknown: Financial year (Period-date table)');
  if (date < ledger.openFrom)
    throw new Refusal(400, `Period closed: ${date.slice(0, 4)} - ${Number(date.slice(5, 7))}`);
}

/** Units of the division's currency for one unit of the entry's. */
function rateOf(body: Body, currency: string, journal: Business['journals'][number], business: Business): Big {
  const rates: Readonly<Record<string, string>> = { EUR: '1', USD: '0.92', GBP: '1.17', JPY: '0.0061', CHF: '1.05' };
  const daily = rates[currency];
  if (daily === undefined) throw new Refusal(400, `Invalid reference: Currency ${currency}`);
  if (currency !== journal.currency && !journal.allowVariableCurrency)
    throw new Refusal(400, `Invalid: Currency ${currency}, Journal: ${journal.code}`);
  if (typeof body['Rate'] !== 'number') return new Big(daily);
  if (currency === business.division.currency && body['Rate'] !== 1) throw new Refusal(400, 'Invalid: Rate');
  if (!journal.allowVariableExchangeRate && currency !== business.division.currency)
    throw new Refusal(400, `Not allowed: Rate, Journal: ${journal.code}`);
  return new Big(body['Rate']);
}

function limitLength(body: Body, name: string, most: number): void {
  if ((text(body[name])?.length ?? 0) > most)
    throw new Refusal(400, `The value of '${name}' is too long: at most ${most} characters.`);
}

function conditionOf(body: Body, business: Business) {
  const code = text(body['PaymentCondition']);
  if (code === null) return null;
  const condition = business.paymentConditions.find((one) => one.code === code.trim());
  if (condition === undefined) throw new Refusal(400, `Invalid reference: Payment condition ${code}`);
  return condition;
}

function dueDate(date: string, condition: Business['paymentConditions'][number] | null): string {
  const due = new Date(`${date}T00:00:00Z`);
  if (condition === null) return date;
  if (condition.endOfMonths > 0) due.setUTCMonth(due.getUTCMonth() + condition.endOfMonths, 0);
  due.setUTCDate(due.getUTCDate() + condition.days);
  return due.toISOString().slice(0, 10);
}

function linesOf(body: Body, currency: string, business: Business, ledger: Ledger): LedgerLine[] {
  const given = body['SalesEntryLines'];
  if (!Array.isArray(given) || given.length === 0) throw new Refusal(400, 'Mandatory: SalesEntryLines');
  return given.map((line: unknown) => {
    if (!isRecord(line)) throw new Refusal(400, 'Error processing request stream.');
    checkBody(line, salesEntryLines, 'P');
    if (line['GLAccount'] === undefined) throw new Refusal(400, 'Mandatory: G/L Account');
    if (typeof line['AmountFC'] !== 'number') throw new Refusal(400, 'Mandatory: Amount');
    limitLength(line, 'Description', DESCRIPTION_LENGTH);
    const account = business.glAccounts.find((one) => one.id === text(line['GLAccount'])?.toLowerCase());
    if (account?.isBlocked) throw new Refusal(400, `G/L Account ${account.code} is blocked.`);
    const vatCode = vatCodeOf(line, business);
    const amount = round(new Big(line['AmountFC']), currency);
    const computed = ledger.vat(amount, vatCode, currency);
    return {
      id: randomUUID(),
      // An id of another division is not refused: the field is dropped.
      glAccount: account?.id ?? null,
      vatCode,
      description: text(line['Description']),
      net: computed.net,
      vat: typeof line['VATAmountFC'] === 'number' ? round(new Big(line['VATAmountFC']), currency) : computed.vat,
    };
  });
}

function vatCodeOf(line: Body, business: Business): string | null {
  const given = text(line['VATCode']);
  if (given === null) return null;
  const code = business.vatCodes.find((one) => one.code === given.trim());
  if (code === undefined) throw new Refusal(400, `Invalid reference: VAT code ${given}`);
  if (code.isBlocked) throw new Refusal(400, `VAT code ${code.code} is blocked.`);
  if (code.transactionType === 'P') throw new Refusal(400, `Invalid: VAT code ${code.code} (Type)`);
  return code.code;
}

function numberOf(body: Body, journal: string, date: string, ledger: Ledger, context: StandInContext): number {
  const given = body['EntryNumber'];
  if (typeof given !== 'number') return ledger.nextNumber(journal, date);
  if (!context.switches.entryNumberPostable) throw new Refusal(400, `Not allowed: Entry number, Journal: ${journal}`);
  if (ledger.isNumberTaken(journal, given, date)) {
    throw new Refusal(400, `Already exists - Entry number: ${given}, Journal: ${journal}`);
  }
  return given;
}
