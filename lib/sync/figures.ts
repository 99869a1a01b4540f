import type Big from 'big.js';
import { customerKey } from '../accounting/customer.ts';
import { mentionsNumber } from '../accounting/entry-number.ts';
import type { BookedEntry, DocumentHeader, DocumentKind } from '../accounting/facts.ts';
import { formatAmount, ZERO } from '../accounting/money.ts';
import type { EntryReference } from '../outcome.ts';
import { type DocumentFigures, type EntryFigures, type Standing, withDocument } from '../standing.ts';

export function documentFigures(document: DocumentHeader): DocumentFigures {
  const { currency, customer, net, gross } = document;
  const told = (amount: Big): string => formatAmount(amount, currency);
  return {
    number: document.number,
    date: document.date,
    customer: customerKey(customer),
    customerName: customer.name,
    currency,
    net: told(net),
    vat: told(gross.minus(net)),
    gross: told(gross),
    taxes: document.taxes
      .filter(({ base, vat }) => !base.eq(0) || !vat.eq(0))
      .map(({ rate, base, vat }) => ({ rate: rate.toFixed(), net: told(base), vat: told(vat) })),
  };
}

/** More are not kept to be shown: they stand in Exact. */
const MOST_LINES = 50;

/** A credit note's entry is negative in Exact: its figures bear the signs of the document. */
export function entryFigures(entry: BookedEntry, kind: DocumentKind): EntryFigures {
  const told = (amount: Big): string =>
    formatAmount(kind === 'creditNote' && !amount.eq(0) ? amount.neg() : amount, entry.currency);
  const codes = new Map<string, { net: Big; vat: Big }>();
  for (const { vatCode, net, vat } of entry.lines ?? []) {
    const before = codes.get(vatCode ?? '') ?? { net: ZERO, vat: ZERO };
    codes.set(vatCode ?? '', { net: before.net.plus(net), vat: before.vat.plus(vat) });
  }
  const taxes = [...codes].map(([code, { net, vat }]) => ({ code, net: told(net), vat: told(vat) }));
  return {
    entryNumber: entry.entryNumber,
    journal: entry.journal,
    date: entry.date,
    accountId: entry.accountId,
    currency: entry.currency,
    vat: told(entry.vat),
    gross: told(entry.gross),
    taxes: entry.lines === null ? null : taxes,
    lines: entry.lines?.slice(0, MOST_LINES).map(({ account, description, vatCode, net }) => ({
      account: account ?? '',
      description: description ?? '',
      vatCode: vatCode ?? '',
      net: told(net),
    })),
  };
}

export const standingOf = (document: DocumentHeader, entry: BookedEntry): Standing => ({
  document: { booked: documentFigures(document), now: null },
  entry: { booked: entryFigures(entry, document.kind), now: null },
  isFinal: null,
});

/**
 * The standing of a document that an earlier version settled without noting it: what the entry says is taken for what the
 * document said, as far as it says it. Of one that was adopted, only the amount was compared then.
 */
export function standingByEntry(document: DocumentHeader, entry: BookedEntry, wasOurs: boolean): Standing {
  const now = documentFigures(document);
  const stands = entryFigures(entry, document.kind);
  const isSame = stands.gross === now.gross && stands.currency === now.currency && (!wasOurs || stands.vat === now.vat);
  const booked: DocumentFigures = {
    ...now,
    ...(wasOurs ? { date: stands.date } : {}),
    ...(wasOurs && entry.yourRef !== null && !mentionsNumber(entry.yourRef, now.number)
      ? { number: entry.yourRef }
      : {}),
    ...(isSame ? {} : amountsOf(entry, document.kind)),
  };
  const then: Standing = { document: { booked, now: null }, entry: { booked: stands, now: null }, isFinal: null };
  return withDocument(then, now);
}

/** Likewise, where the entry is gone by now: what it said is not known any more. */
export function standingOfRemoved(document: DocumentHeader, reference: EntryReference): Standing {
  const booked = documentFigures(document);
  const { entryNumber, journal, date } = reference;
  const { currency, vat, gross } = booked;
  const stood: EntryFigures = {
    entryNumber,
    journal,
    date,
    accountId: '',
    currency,
    vat,
    gross,
    taxes: null,
  };
  return { document: { booked, now: null }, entry: { booked: stood, now: 'removed' }, isFinal: null };
}

/** Which rates they were of is not known any more. */
function amountsOf(
  entry: BookedEntry,
  kind: DocumentKind,
): Pick<DocumentFigures, 'currency' | 'net' | 'vat' | 'gross'> {
  const { currency, vat, gross } = entryFigures(entry, kind);
  const net = entry.gross.minus(entry.vat);
  return { currency, vat, gross, net: formatAmount(kind === 'creditNote' && !net.eq(0) ? net.neg() : net, currency) };
}
