import { randomUUID } from 'node:crypto';
import Big from 'big.js';
import type { BusinessVatCode } from '../../business/business.ts';
import type { Scope } from '../api/endpoint.ts';
import { type Fields, type Ledger, type LedgerEntry, type LedgerLine, round } from '../ledger.ts';
import { salesEntryLines } from '../properties/sales-entry-lines.ts';
import { badRequest } from '../refusal.ts';
import { limitLength, numberIn, parseEntity, textIn } from './body.ts';

/** As for the header, an assumption. */
const DESCRIPTION_LENGTH = 60;

const TOLD_APART: ReadonlySet<string> = new Set([
  'ID',
  'EntryID',
  'GLAccount',
  'VATCode',
  'Description',
  'AmountFC',
  'VATAmountFC',
]);

/** The lines of an entry that is being booked; at least one. */
export function linesOf(
  given: readonly unknown[],
  { currency, customer }: Pick<LedgerEntry, 'currency' | 'customer'>,
  scope: Scope,
): LedgerLine[] {
  if (given.length === 0) throw badRequest('Mandatory: SalesEntryLines');
  return given.map((line) => {
    const { fields } = parseEntity(line, salesEntryLines, 'P');
    limitLength(fields, 'Description', DESCRIPTION_LENGTH);
    const glAccount = glAccountFor(fields, scope);
    const vatCode = vatCodeFor(fields, customer, scope.ledger);
    return {
      id: randomUUID(),
      glAccount,
      vatCode: vatCode?.code ?? null,
      description: textIn(fields, 'Description'),
      ...amountsOf(fields, vatCode, currency),
      other: Object.fromEntries(Object.entries(fields).filter(([name]) => !TOLD_APART.has(name))),
    };
  });
}

/** An id of another division is not refused: it is dropped. */
function glAccountFor(fields: Fields, { ledger, ledgers }: Scope): string | null {
  const id = textIn(fields, 'GLAccount');
  if (id === null) throw badRequest('Mandatory: G/L Account');
  const account = ledger.books.glAccounts.find((one) => one.id === id);
  if (account?.isBlocked) throw badRequest(`G/L Account ${account.code} is blocked.`);
  if (account !== undefined) return id;
  if (ledgers.some(({ books }) => books.glAccounts.some((one) => one.id === id))) return null;
  throw badRequest(`Not found: Account (${id}) - G/L Account: Sales`);
}

/** The code that is given, else the customer's own, else none. */
function vatCodeFor(fields: Fields, customer: string, { accounts, books }: Ledger): BusinessVatCode | null {
  const given = textIn(fields, 'VATCode') ?? textIn(accounts.get(customer)?.fields ?? {}, 'SalesVATCode');
  if (given === null) return null;
  const code = books.vatCodes.find((one) => one.code === given.trim());
  if (code === undefined) throw badRequest(`Invalid reference: VAT code ${given}`);
  if (code.isBlocked) throw badRequest(`VAT code ${code.code} is blocked.`);
  if (code.transactionType === 'P') throw badRequest(`Invalid: VAT code ${code.code} (Type)`);
  return code;
}

/**
 * The VAT is computed from the code unless it is given. It comes on top of the amount under a code that excludes it, and
 * is taken out of the amount under one that includes it.
 */
function amountsOf(fields: Fields, code: BusinessVatCode | null, currency: string): Pick<LedgerLine, 'net' | 'vat'> {
  const posted = numberIn(fields, 'AmountFC');
  if (posted === null) throw badRequest('Mandatory: Amount');
  const amount = round(new Big(posted), currency);
  const postedVat = numberIn(fields, 'VATAmountFC');
  const given = postedVat === null ? null : round(new Big(postedVat), currency);
  switch (code?.type) {
    case 'E':
      return { net: amount, vat: given ?? round(amount.times(code.rate), currency) };
    case 'I': {
      const vat = given ?? amount.minus(round(amount.div(new Big(code.rate).plus(1)), currency));
      return { net: amount.minus(vat), vat };
    }
    case 'B':
    case 'N':
    case undefined:
      if (given !== null && !given.eq(0)) throw badRequest('Invalid: VAT amount, there is no VAT under this VAT code.');
      return { net: amount, vat: new Big(0) };
  }
}
