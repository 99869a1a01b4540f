import type Big from 'big.js';
import type { Connection } from '../connection.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type {
  DocumentLine,
  GlAccount,
  ReferenceData,
  SalesDocument,
  SalesEntryLine,
  TaxRate,
  VatCode,
} from './facts.ts';
import { formatAmount, smallestUnit, sum, ZERO } from './money.ts';
import { spread } from './spread.ts';
import { vatCodeProblem } from './vat-links.ts';

/** What one line of a document, or a share of its discount, is booked on. */
interface Posting {
  readonly glAccount: GlAccount;
  readonly vatCode: string;
  readonly rate: Big;
  readonly description: string;
  readonly net: Big;
}

/**
 * The entry's lines, with positive amounts for what the document's kind says: grouped where G/L account and VAT code are
 * equal, adding up to Teamleader's base and VAT of each rate to the cent. Features D3 and D4.
 */
export function entryLines(
  document: SalesDocument,
  reference: ReferenceData,
  connection: Connection,
): Result<SalesEntryLine[], Cause> {
  const postings = postingsOf(document, reference, connection);
  if (!postings.ok) return postings;

  const settled: Posting[] = [];
  for (const [rate, ofRate] of groupBy(postings.value, (posting) => posting.rate.toFixed())) {
    const base = document.taxes.find((tax) => tax.rate.eq(rate))?.base ?? ZERO;
    const adjusted =
      document.discounts.length === 0
        ? withoutDiscount(ofRate, base, document)
        : withDiscount(ofRate, base, document, reference, connection);
    if (!adjusted.ok) return adjusted;
    settled.push(...adjusted.value);
  }
  return withVat(grouped(settled), document);
}

/** Resolves each line's tax rate, VAT code and G/L account. Lines without an amount say nothing to the books. */
function postingsOf(
  document: SalesDocument,
  reference: ReferenceData,
  connection: Connection,
): Result<Posting[], Cause> {
  const withAmount = document.lines.filter((line) => !line.net.eq(ZERO));
  const postings: Posting[] = [];
  for (const line of withAmount.length > 0 ? withAmount : document.lines.slice(0, 1)) {
    const taxRate = reference.taxRates.find((rate) => rate.id === line.taxRateId);
    const vatCode = linkedVatCode(line.taxRateId, taxRate, reference, connection);
    if (!vatCode.ok) return vatCode;
    const glAccount = usableAccount(accountCodeOf(line, reference, connection), reference);
    if (!glAccount.ok) return glAccount;
    postings.push({
      glAccount: glAccount.value,
      vatCode: vatCode.value.code,
      rate: vatCode.value.rate,
      description: line.description,
      net: line.net,
    });
  }
  return ok(postings);
}

function linkedVatCode(
  taxRateId: string,
  taxRate: TaxRate | undefined,
  reference: ReferenceData,
  connection: Connection,
): Result<VatCode, Cause> {
  const linked = connection.vatLinks[taxRateId];
  if (taxRate === undefined || linked === undefined) {
    return err({ type: 'taxRateNotLinked', taxRate: taxRate?.description ?? taxRateId });
  }
  const vatCode = reference.vatCodes.find((code) => code.code === linked);
  if (vatCode === undefined) return err({ type: 'vatCodeUnusable', vatCode: linked, reason: 'missing' });
  const problem = vatCodeProblem(vatCode, taxRate);
  return problem === null ? ok(vatCode) : err({ type: 'vatCodeUnusable', vatCode: linked, reason: problem });
}

/** The product category's account comes first, then the tax rate's, then the connection's own. Feature B8. */
function accountCodeOf(line: DocumentLine, reference: ReferenceData, { glAccounts }: Connection): string {
  const category = reference.productCategories.find((one) => one.id === line.productCategoryId);
  return category?.glAccountCode ?? glAccounts.perTaxRate[line.taxRateId] ?? glAccounts.revenue;
}

function usableAccount(code: string, reference: ReferenceData): Result<GlAccount, Cause> {
  const account = reference.glAccounts.find((one) => one.code === code);
  if (account === undefined) return err({ type: 'glAccountMissing', code });
  return account.isBlocked ? err({ type: 'glAccountBlocked', code }) : ok(account);
}

const totalsDiffer = (figure: 'net' | 'vat', teamleader: Big, entry: Big, currency: string): Cause => ({
  type: 'totalsDiffer',
  figure,
  teamleader: formatAmount(teamleader, currency),
  entry: formatAmount(entry, currency),
  currency,
});

/** Without a discount only rounding can part the lines from Teamleader's base: at most one cent a line. */
function withoutDiscount(postings: readonly Posting[], base: Big, document: SalesDocument): Result<Posting[], Cause> {
  const nets = spread(
    base,
    postings.map((posting) => posting.net),
    document.currency,
  );
  if (nets === null) {
    return err(totalsDiffer('net', base, sum(postings.map((posting) => posting.net)), document.currency));
  }
  return ok(postings.map((posting, index) => ({ ...posting, net: nets[index] ?? posting.net })));
}

/** What the discounts take off the lines of one rate is booked on the discount account, under the lines' VAT codes. */
function withDiscount(
  postings: readonly Posting[],
  base: Big,
  document: SalesDocument,
  reference: ReferenceData,
  connection: Connection,
): Result<Posting[], Cause> {
  const before = sum(postings.map((posting) => posting.net));
  const discount = base.minus(before);
  const allowance = smallestUnit(document.currency).times(postings.length + document.discounts.length);
  const isPlausible = discountFactors(document).some((factor) => before.times(factor).minus(base).abs().lte(allowance));
  if (!isPlausible) return err(totalsDiffer('net', base, before, document.currency));
  if (discount.eq(ZERO)) return ok([...postings]);

  if (connection.glAccounts.discount === null) return err({ type: 'discountAccountNotSet' });
  const glAccount = usableAccount(connection.glAccounts.discount, reference);
  if (!glAccount.ok) return glAccount;
  const byCode = [...groupBy(postings, (posting) => posting.vatCode)];
  const shares = byCode.map(([, ofCode]) =>
    before.eq(ZERO) ? discount.div(byCode.length) : discount.times(sum(ofCode.map((one) => one.net))).div(before),
  );
  const nets = spread(discount, shares, document.currency);
  if (nets === null) return err(totalsDiffer('net', base, before, document.currency));
  const description = document.discounts
    .map((one) => one.description)
    .filter((text) => text !== '')
    .join(', ');
  return ok([
    ...postings,
    ...byCode.map(([vatCode, ofCode], index) => ({
      glAccount: glAccount.value,
      vatCode,
      rate: ofCode[0]?.rate ?? ZERO,
      description: description || document.number,
      net: nets[index] ?? ZERO,
    })),
  ]);
}

/** How stacked discounts work together is not documented: one after another, or added up. Teamleader 5. */
function discountFactors(document: SalesDocument): readonly Big[] {
  const fractions = document.discounts.map((discount) => discount.percentage.div(100));
  const stacked = fractions.reduce((factor, fraction) => factor.times(fraction.neg().plus(1)), ZERO.plus(1));
  return [stacked, sum(fractions).neg().plus(1)];
}

/** One line for each G/L account and VAT code, in the order of their first appearance. */
function grouped(postings: readonly Posting[]): Posting[] {
  const groups = groupBy(postings, (posting) => `${posting.glAccount.id}/${posting.vatCode}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const more = group.length - 1;
    return [
      {
        ...first,
        net: sum(group.map((posting) => posting.net)),
        description: more === 0 ? shortened(first.description) : shortened(first.description, ` + ${more}`),
      },
    ];
  });
}

/** Teamleader's VAT per rate is the truth: it is spread over the rate's lines, and given explicitly on each. */
function withVat(postings: readonly Posting[], document: SalesDocument): Result<SalesEntryLine[], Cause> {
  const vatOf = new Map<Posting, Big>();
  for (const [rate, ofRate] of groupBy(postings, (posting) => posting.rate.toFixed())) {
    const vat = document.taxes.find((tax) => tax.rate.eq(rate))?.vat ?? ZERO;
    const shares = ofRate.map((posting) => posting.net.times(rate));
    const vats = spread(vat, shares, document.currency);
    if (vats === null) return err(totalsDiffer('vat', vat, sum(shares), document.currency));
    for (const [index, posting] of ofRate.entries()) vatOf.set(posting, vats[index] ?? ZERO);
  }
  return ok(
    postings.map((posting) => ({
      glAccountId: posting.glAccount.id,
      vatCode: posting.vatCode,
      description: posting.description,
      net: posting.net,
      vat: vatOf.get(posting) ?? ZERO,
    })),
  );
}

/** Exact's descriptions hold sixty signs. */
const DESCRIPTION_LENGTH = 60;

export function shortened(text: string, ending = ''): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const room = DESCRIPTION_LENGTH - ending.length;
  return (line.length <= room ? line : `${line.slice(0, room - 1).trimEnd()}…`) + ending;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
