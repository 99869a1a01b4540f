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
 * @param rows all of one entry; at least one
 * @param lines all that name the entry, and of its account those that name none
 */
export function settlementOf(rows: readonly [Receivable, ...Receivable[]], lines: readonly PaymentLine[]): Settlement {
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
  const unnamed = lines.filter(
    (line) => line.isMoney && line.invoiceNumber === null && line.accountId === accountId && line.currency === currency,
  );
  const found = isForeign ? named : [...named, ...likelyOf(settledRows, settled.minus(sumOf(named)), unnamed)];
  return {
    currency,
    total,
    open,
    settled,
    instalments: upTo(settled, found.toSorted(byDate)),
    discount: sum(rows.map(({ discount }) => discount)),
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

/** Payments that name no invoice: those that agree with a settled row to the day and the cent, each once. */
function likelyOf(rows: readonly Instalment[], missing: Big, unnamed: readonly PaymentLine[]): Instalment[] {
  if (missing.lte(0)) return [];
  const left = [...unnamed];
  const found: Instalment[] = [];
  for (const row of [...rows, { date: null, amount: missing }]) {
    const rest = missing.minus(sumOf(found));
    if (row.amount.gt(rest)) continue;
    const fitting = left.filter(
      ({ date, amount }) => amount.eq(row.amount) && (row.date === null ? rest.eq(amount) : date === row.date),
    );
    const [line, ...others] = fitting;
    if (line === undefined || (row.date === null && others.length > 0)) continue;
    left.splice(left.indexOf(line), 1);
    found.push({ date: line.date, amount: line.amount });
  }
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
