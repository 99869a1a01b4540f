/** What Exact says of an invoice's payments: how much is settled, and by which money. Exact 5. */
import type Big from 'big.js';
import type { CalendarDate } from './facts.ts';
import { sum, ZERO } from './money.ts';

/** One of the rows into which what a customer owes for an entry may be split. Amounts in the entry's currency. */
export interface Receivable {
  readonly entryId: string;
  readonly accountId: string;
  /** The number by which payments name the entry. */
  readonly invoiceNumber: number;
  readonly invoicedOn: CalendarDate;
  readonly currency: string;
  readonly amount: Big;
  /** Of the whole entry. */
  readonly total: Big;
  /** What may be kept back for paying early. */
  readonly discount: Big;
  readonly isSettled: boolean;
  readonly settledOn: CalendarDate | null;
}

/** A line of another entry that concerns what a customer owes: money that came (or went back), or something else. */
export interface PaymentLine {
  readonly entryId: string;
  readonly accountId: string | null;
  /** The invoice that it names, or null. */
  readonly invoiceNumber: number | null;
  readonly date: CalendarDate;
  /** Positive where it lessens what is owed. */
  readonly amount: Big;
  readonly currency: string;
  /** Of an entry of the bank or the cash: else of a correction. */
  readonly isMoney: boolean;
}

/** Money that came for an invoice on a day. */
export interface Instalment {
  readonly date: CalendarDate;
  readonly amount: Big;
}

export interface Settlement {
  readonly currency: string;
  readonly total: Big;
  readonly open: Big;
  readonly settled: Big;
  /** By day; together no more than is settled. */
  readonly instalments: readonly Instalment[];
  /** What may be kept back for paying early. */
  readonly discount: Big;
  /** A correction names the invoice. */
  readonly hasCorrection: boolean;
  /** Money of another currency came: the rows tell how much of this one it settled, and the instalments are theirs. */
  readonly isConverted: boolean;
  /** Money of another currency came, and no row says how much of this one it settled. */
  readonly isUnclear: boolean;
  readonly settledOn: CalendarDate | null;
}

export const receivedOf = ({ instalments }: Pick<Settlement, 'instalments'>): Big =>
  sum(instalments.map(({ amount }) => amount));

const byDate = (a: { readonly date: CalendarDate }, b: { readonly date: CalendarDate }): number =>
  a.date.localeCompare(b.date);

/**
 * What settled each entry, by its id.
 * @param receivables all rows of the entries
 * @param lines all that name one of the entries, and of their accounts those that name none
 */
export function settlementsOf(
  receivables: readonly Receivable[],
  lines: readonly PaymentLine[],
): ReadonlyMap<string, Settlement> {
  const settlements = new Map<string, Settlement>();
  // A payment that names no invoice is taken for one of them only.
  const unnamed = lines.filter(({ isMoney, invoiceNumber }) => isMoney && invoiceNumber === null);
  for (const [entryId, [first, ...others]] of Map.groupBy(receivables, (row) => row.entryId)) {
    if (first !== undefined) settlements.set(entryId, settlementOf([first, ...others], lines, unnamed));
  }
  return settlements;
}

/** @param unnamed what is taken for the entry's is removed from it */
function settlementOf(
  rows: readonly [Receivable, ...Receivable[]],
  lines: readonly PaymentLine[],
  unnamed: PaymentLine[],
): Settlement {
  const [{ currency, total, invoiceNumber, accountId }] = rows;
  const open = sum(rows.filter(({ isSettled }) => !isSettled).map(({ amount }) => amount));
  const settled = total.minus(open);
  // Numbers of two journals may be the same.
  const naming = lines.filter(
    (line) => line.invoiceNumber === invoiceNumber && (line.accountId ?? accountId) === accountId,
  );
  const money = naming.filter(({ isMoney }) => isMoney);
  const isForeign = money.some((line) => line.currency !== currency);
  const settledRows = rows.flatMap(({ isSettled, settledOn, amount }) =>
    isSettled && settledOn !== null ? [{ date: settledOn, amount }] : [],
  );
  const named = isForeign ? netOf(settledRows) : netOf(byEntry(money));
  const fits = (line: PaymentLine): boolean => line.accountId === accountId && line.currency === currency;
  const found = isForeign ? named : [...named, ...likelyOf(settledRows, settled.minus(sumOf(named)), unnamed, fits)];
  return {
    currency,
    total,
    open,
    settled,
    instalments: upTo(settled, found.toSorted(byDate)),
    // Each row tells that of the whole.
    discount: rows.reduce((most, { discount }) => (discount.gt(most) ? discount : most), ZERO),
    hasCorrection:
      naming.some(({ isMoney }) => !isMoney) ||
      // A difference that is booked along with the payment takes part of it back.
      money.some(
        (line) => line.amount.lt(0) && money.some((other) => other.entryId === line.entryId && other !== line),
      ),
    isConverted: isForeign,
    isUnclear: isForeign && !sumOf(settledRows).eq(settled),
    settledOn:
      settledRows
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? null,
  };
}

const sumOf = (instalments: readonly Instalment[]): Big => sum(instalments.map(({ amount }) => amount));

/** What an entry of the bank says of one invoice is one payment, however many lines it takes. */
function byEntry(lines: readonly PaymentLine[]): Instalment[] {
  const entries = new Map<string, Instalment>();
  for (const { entryId, date, amount } of lines) {
    const key = `${entryId}/${date}`;
    entries.set(key, { date, amount: amount.plus(entries.get(key)?.amount ?? 0) });
  }
  return [...entries.values()].toSorted(byDate);
}

/** Money that went back takes away what came last before it. */
function netOf(instalments: readonly Instalment[]): Instalment[] {
  const left: Instalment[] = [];
  let owed = ZERO;
  for (const { date, amount } of instalments.toSorted(byDate)) {
    if (amount.gt(0)) left.push({ date, amount });
    let back = amount.lt(0) ? amount.neg() : ZERO;
    for (let last = left.at(-1); last !== undefined && back.gt(0); last = left.at(-1)) {
      const taken = back.lt(last.amount) ? back : last.amount;
      back = back.minus(taken);
      left.pop();
      if (taken.lt(last.amount)) left.push({ date: last.date, amount: last.amount.minus(taken) });
    }
    owed = owed.plus(back);
  }
  // Went back before it came, by the dates.
  return owed.eq(0) ? left : upTo(sumOf(left).minus(owed), left);
}

/**
 * Payments that name no invoice: those that agree with a settled row to the day and the cent, else the only one that
 * makes the amount, else all of them where they make it.
 */
function likelyOf(
  rows: readonly Instalment[],
  missing: Big,
  unnamed: PaymentLine[],
  fits: (line: PaymentLine) => boolean,
): Instalment[] {
  if (missing.lte(0)) return [];
  const found: PaymentLine[] = [];
  const take = (lines: readonly PaymentLine[]): void => {
    for (const line of lines) unnamed.splice(unnamed.indexOf(line), 1);
    found.push(...lines);
  };
  for (const row of rows) {
    const line = unnamed.find((one) => fits(one) && one.date === row.date && one.amount.eq(row.amount));
    if (line?.amount.lte(missing.minus(sumOf(found)))) take([line]);
  }
  const rest = missing.minus(sumOf(found));
  const left = unnamed.filter(fits);
  const same = left.filter(({ amount }) => amount.eq(rest));
  if (rest.gt(0) && same.length === 1) take(same);
  else if (rest.gt(0) && sumOf(left).eq(rest)) take(left);
  return found;
}

/** The first of them that together make the amount; what is over was paid too much. */
function upTo(most: Big, instalments: readonly Instalment[]): Instalment[] {
  let left = most;
  return instalments.flatMap(({ date, amount }) => {
    const taken = amount.lt(left) ? amount : left;
    if (taken.lte(0)) return [];
    left = left.minus(taken);
    return [{ date, amount: taken }];
  });
}
