/** Counts in the sandbox's ledgers, not by the extension: what should stand in Exact, and what does. */
import Big from 'big.js';
import type { BusinessDocument } from '../sandbox/business/business.ts';
import { grossOf, type LedgerEntry, round, total, vatOf } from '../sandbox/exact/ledger.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { perUnit } from '../sandbox/teamleader/api/views.ts';

export interface Totals {
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
}

export interface Tally {
  readonly documents: number;
  readonly booked: number;
  readonly adopted: number;
  readonly skipped: number;
  readonly blocked: Readonly<Record<string, number>>;
  readonly duplicates: number;
  readonly missing: number;
  /** Documents in scope of which the extension says something else than their story. */
  readonly unexpected: readonly { readonly document: string; readonly expected: string; readonly said: string }[];
  /** Of the documents that stand in both, in company currency. */
  readonly totals: { readonly teamleader: Totals; readonly exact: Totals };
}

/** Whole numbers in blanks or not: `2026 / 12` and `INV 2026/12` name the same document. */
const names = (text: string | null, number: string): boolean =>
  text !== null && new RegExp(`(?<!\\d)${number.replace(/\s/g, '')}(?!\\d)`).test(text.replace(/\s/g, ''));

/** What the extension itself says of a document. */
export interface Told {
  readonly id: string;
  readonly outcome: { readonly state: string; readonly cause?: { readonly type: string } | null | undefined };
}

const WAITING = 'waiting';

/** Why the document is held back, or null. */
const causeIn = ({ outcome: { state, cause } }: Told): string | null =>
  state === 'blocked' || state === WAITING ? (cause?.type ?? WAITING) : null;

function countedByCause(told: readonly Told[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const cause of told.flatMap((one) => causeIn(one) ?? [])) counts[cause] = (counts[cause] ?? 0) + 1;
  return counts;
}

export function tally({ business, exact, switches }: Sandbox, told: readonly Told[]): Tally {
  const causes = countedByCause(told);
  const entries = [...exact.ledger.entries.values()];
  const inScope = business.documents.filter((document) => document.expected !== 'notInScope');
  const standing = inScope.map((document) => ({ document, entries: entries.filter((entry) => isOf(entry, document)) }));
  const found = standing.filter((one) => one.entries.length > 0);
  const adopted = found.filter(({ entries: [entry] }) => entry?.link === null).length;
  // What the story says must stand in Exact and does not, whatever the extension says of it.
  const lost = standing.filter(
    ({ document, entries: [entry] }) => entry === undefined && typeof document.expected === 'string',
  ).length;
  const held = Object.values(causes).reduce((sum, count) => sum + count, 0);
  return {
    documents: business.documents.length,
    booked: found.length - adopted,
    adopted,
    skipped: business.documents.length - inScope.length,
    blocked: causes,
    duplicates: standing.reduce((sum, one) => sum + Math.max(0, one.entries.length - 1), 0),
    missing: Math.max(lost, inScope.length - found.length - held),
    unexpected: unexpectedOf(inScope, told),
    totals: {
      teamleader: sumOf(found.map(({ document }) => teamleaderFigures(document, perUnit(document, switches)))),
      exact: sumOf(found.map(({ entries: [entry] }) => exactFigures(entry))),
    },
  };
}

function unexpectedOf(inScope: readonly BusinessDocument[], told: readonly Told[]): Tally['unexpected'] {
  const byId = new Map(told.map((one) => [one.id, causeIn(one) ?? one.outcome.state]));
  return inScope.flatMap(({ id, kind, number, expected: story }) => {
    const expected = typeof story === 'string' ? story : story.blocked;
    const said = byId.get(id) ?? 'nothing';
    return said === expected ? [] : [{ document: `${kind} ${number}`, expected, said }];
  });
}

function isOf(entry: LedgerEntry, document: BusinessDocument): boolean {
  if (entry.link !== null) return entry.link.includes(document.id);
  const journal = document.kind === 'invoice' ? '70' : '71';
  return entry.journal === journal && document.number !== null && names(entry.yourRef, document.number);
}

interface Figures {
  readonly net: Big;
  readonly vat: Big;
}

/** Teamleader's truth, converted with Teamleader's rate; a credit note takes away. */
function teamleaderFigures({ kind, totals }: BusinessDocument, rateToEuro: Big): Figures {
  const rate = kind === 'creditNote' ? rateToEuro.neg() : rateToEuro;
  const gross = round(new Big(totals.gross).times(rate), 'EUR');
  const vat = round(new Big(totals.vat).times(rate), 'EUR');
  return { net: gross.minus(vat), vat };
}

function exactFigures(entry: LedgerEntry | undefined): Figures {
  if (entry === undefined) return { net: new Big(0), vat: new Big(0) };
  const gross = round(grossOf(entry).times(entry.rate), 'EUR');
  const vat = round(vatOf(entry).times(entry.rate), 'EUR');
  return { net: gross.minus(vat), vat };
}

function sumOf(figures: readonly Figures[]): Totals {
  const net = total(figures.map((one) => one.net));
  const vat = total(figures.map((one) => one.vat));
  return { net: net.toFixed(2), vat: vat.toFixed(2), gross: net.plus(vat).toFixed(2) };
}
