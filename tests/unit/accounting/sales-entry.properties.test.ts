import type Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBooked, indexEntries } from '../../../lib/accounting/booked.ts';
import type { BookedEntry, DocumentLine, SalesDocument, SalesEntry } from '../../../lib/accounting/facts.ts';
import { roundTo, smallestUnit, sum } from '../../../lib/accounting/money.ts';
import { compareReadBack } from '../../../lib/accounting/read-back.ts';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import type { Connection } from '../../../lib/connection.ts';
import { big, must, standing, surroundings } from './builders.ts';
import { aDocument, aDocumentInAnyWay, GENERATED_CONNECTION, GENERATED_REFERENCE } from './generated-documents.ts';

const plan = (document: SalesDocument, lines: Connection['lines'] = 'grouped') =>
  planEntry(document, GENERATED_REFERENCE, { ...GENERATED_CONNECTION, lines }, surroundings());
const planned = (document: SalesDocument, lines?: Connection['lines']): SalesEntry => must(plan(document, lines));

const RUNS = { numRuns: 800 };
const MANY = { numRuns: 2500 };
const holds = (check: (document: SalesDocument) => void): void => fc.assert(fc.property(aDocument, check), RUNS);
const holdsInAnyWay = (check: (document: SalesDocument, lines: Connection['lines']) => void): void =>
  fc.assert(fc.property(aDocumentInAnyWay, fc.constantFrom('grouped', 'each'), check), MANY);

const netOf = (lines: readonly { readonly net: Big }[]): Big => sum(lines.map(({ net }) => net));
const sign = ({ kind }: SalesDocument): 1 | -1 => (kind === 'invoice' ? 1 : -1);
const told = (amount: Big): string => amount.toFixed(2);

/** What each account and VAT code get, in an order of their own. */
const amountsOf = ({ lines }: SalesEntry): string[] =>
  [...Map.groupBy(lines, ({ glAccountId, vatCode }) => `${glAccountId}/${vatCode}`)]
    .map(([key, ofKey]) => `${key} ${told(netOf(ofKey))} ${told(sum(ofKey.map(({ vat }) => vat)))}`)
    .sort();

/** What is left of a line when the document's discounts come one after another. */
const stacked = ({ discounts }: SalesDocument): Big =>
  discounts.reduce((left, { percentage }) => left.times(big(100).minus(percentage).div(100)), big(1));

/** What is left of it when they are added up. */
const added = ({ discounts }: SalesDocument): Big =>
  big(100)
    .minus(sum(discounts.map(({ percentage }) => percentage)))
    .div(100);

describe('the entry of any document', () => {
  it('equals it to the cent: net, VAT and gross, as totals and over its lines', () => {
    holdsInAnyWay((document, lines) => {
      const entry = planned(document, lines);
      const vat = sum(document.taxes.map((one) => one.vat));
      const wanted = [document.net, vat, document.gross].map((amount) => told(amount.times(sign(document))));
      const vatOfLines = sum(entry.lines.map((one) => one.vat));
      expect([entry.net, entry.vat, entry.gross].map(told)).toEqual(wanted);
      expect([netOf(entry.lines), vatOfLines, netOf(entry.lines).plus(vatOfLines)].map(told)).toEqual(wanted);
    });
  });

  it('states for each rate the base and VAT that Teamleader states', () => {
    const rateOf = new Map(GENERATED_REFERENCE.vatCodes.map(({ code, rate }) => [code, rate.toFixed()]));
    holdsInAnyWay((document, lines) => {
      const entry = planned(document, lines);
      const booked = document.taxes.map(({ rate }) => {
        const ofRate = entry.lines.filter(({ vatCode }) => rateOf.get(vatCode) === rate.toFixed());
        return [netOf(ofRate), sum(ofRate.map(({ vat }) => vat))].map((amount) => told(amount.times(sign(document))));
      });
      expect(booked).toEqual(document.taxes.map(({ base, vat }) => [base, vat].map(told)));
    });
  });

  it('loses nothing of a VAT code: what its lines come to after the discounts, but for cents of rounding', () => {
    holds((document) => {
      const entry = planned(document);
      const factor = stacked(document);
      for (const [taxRateId, vatCode] of Object.entries(GENERATED_CONNECTION.vatLinks)) {
        const wanted = netOf(document.lines.filter((one) => one.taxRateId === taxRateId)).times(factor);
        const ofCode = netOf(entry.lines.filter((one) => one.vatCode === vatCode)).times(sign(document));
        // Codes of one rate share its base: each line of the entry and the discount may move a cent between their codes.
        expect(ofCode.minus(wanted).abs().div(smallestUnit(document.currency)).toNumber()).toBeLessThanOrEqual(2);
      }
    });
  });

  it('books each line whole: what an account and code get is the sum of their lines', () => {
    const { vatLinks, glAccounts } = GENERATED_CONNECTION;
    const accountOf = ({ productCategoryId, taxRateId }: DocumentLine): string =>
      productCategoryId === 'goods' ? '701000' : (glAccounts.perTaxRate[taxRateId] ?? glAccounts.revenue);
    holds((document) => {
      const withAmount = document.lines.filter(({ net }) => !net.eq(0));
      fc.pre(withAmount.length > 0);
      const wanted = Map.groupBy(withAmount, (one) => `gl-${accountOf(one)}/${vatLinks[one.taxRateId]}`);
      const booked = planned(document).lines.filter(({ glAccountId }) => glAccountId !== `gl-${glAccounts.discount}`);
      expect(booked.map((one) => [`${one.glAccountId}/${one.vatCode}`, told(one.net.times(sign(document)))])).toEqual(
        [...wanted].map(([key, lines]) => [key, told(netOf(lines))]),
      );
    });
  });

  it('moves no line’s VAT by more than one smallest unit', () => {
    const rateOf = new Map(GENERATED_REFERENCE.vatCodes.map(({ code, rate }) => [code, rate]));
    holds((document) => {
      const { lines, currency } = planned(document);
      for (const { net, vat, vatCode } of lines) {
        const own = roundTo(net.times(rateOf.get(vatCode) ?? 0), currency);
        expect(vat.minus(own).abs().div(smallestUnit(currency)).toNumber()).toBeLessThanOrEqual(1);
      }
    });
  });

  it('has one line for each account and VAT code', () => {
    holds((document) => {
      const keys = planned(document).lines.map(({ glAccountId, vatCode }) => `${glAccountId}/${vatCode}`);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  it('has no amount finer than the currency', () => {
    holdsInAnyWay((document, style) => {
      const { lines, currency } = planned(document, style);
      const fine = lines.flatMap(({ net, vat }) => [net, vat]).filter((one) => !roundTo(one, currency).eq(one));
      expect(fine).toEqual([]);
    });
  });

  it('is the same each time, and changes nothing of the document', () => {
    holdsInAnyWay((document, lines) => {
      const before = JSON.stringify(document);
      const entry = JSON.stringify(planned(document, lines));
      expect([JSON.stringify(planned(document, lines)), JSON.stringify(document)]).toEqual([entry, before]);
    });
  });

  it('gives each account and VAT code the same however the lines stand', () => {
    const shuffled = aDocument.chain((document) =>
      fc
        .shuffledSubarray([...document.lines], { minLength: document.lines.length })
        .map((lines) => [document, { ...document, lines }] as const),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom('grouped', 'each'), ([document, other], lines) => {
        expect(amountsOf(planned(other, lines))).toEqual(amountsOf(planned(document, lines)));
      }),
      RUNS,
    );
  });

  it('has one line for each of the document’s that has an amount, where that is wanted', () => {
    holds((document) => {
      const withAmount = document.lines.filter(({ net }) => !net.eq(0));
      fc.pre(withAmount.length > 0);
      const booked = planned(document, 'each').lines;
      expect(booked.slice(0, withAmount.length).map(({ net }) => told(net.times(sign(document))))).toEqual(
        withAmount.map(({ net }) => told(net)),
      );
    });
  });

  it('is none where a stated total is off by more than rounding can come to', () => {
    const off = fc.record({
      figure: fc.constantFrom('base', 'vat'),
      tax: fc.nat(),
      units: fc.integer({ min: 1, max: 10_000 }),
      isMore: fc.boolean(),
    });
    const rateOf = new Map(GENERATED_REFERENCE.taxRates.map(({ id, rate }) => [id, rate.toFixed()]));
    fc.assert(
      fc.property(aDocument, off, (document, { figure, tax, units, isMore }) => {
        // The lines of all rates and the discounts together cannot be off by so much.
        const most = document.lines.length + document.discounts.length * 3 + 20;
        const wrong = smallestUnit(document.currency)
          .times(units + most * 2)
          .times(isMore ? 1 : -1);
        const at = tax % document.taxes.length;
        const taxes = document.taxes.map((one, index) =>
          index === at ? { ...one, [figure]: one[figure].plus(wrong) } : one,
        );
        // What the lines come to by themselves, or with the discounts taken either way, is no wrong base.
        const ofRate = netOf(
          document.lines.filter(({ taxRateId }) => rateOf.get(taxRateId) === taxes[at]?.rate.toFixed()),
        );
        const right = [big(1), stacked(document), added(document)].map((factor) => ofRate.times(factor));
        const isNear = (one: Big) => taxes[at]?.base.minus(one).abs().lte(smallestUnit(document.currency).times(most));
        fc.pre(figure === 'vat' || !right.some(isNear));
        const net = sum(taxes.map((one) => one.base));
        const gross = net.plus(sum(taxes.map((one) => one.vat)));
        expect(plan({ ...document, taxes, net, gross })).toMatchObject({ ok: false, error: { type: 'totalsDiffer' } });
      }),
      RUNS,
    );
  });

  it('of a credit note is the negated one of the invoice', () => {
    holds((document) => {
      const invoice = planned({ ...document, kind: 'invoice' });
      const creditNote = planned({ ...document, kind: 'creditNote' });
      const negated = invoice.lines.map((one) => ({ ...one, net: one.net.neg(), vat: one.vat.neg() }));
      expect(creditNote.lines).toEqual(negated);
      expect([creditNote.net, creditNote.vat, creditNote.gross]).toEqual(
        [invoice.net, invoice.vat, invoice.gross].map((amount) => amount.neg()),
      );
    });
  });
});

describe('what was planned and sent', () => {
  const documents = fc.uniqueArray(aDocument, {
    minLength: 2,
    maxLength: 6,
    comparator: (a, b) => a.id === b.id || a.number === b.number,
  });

  it('is found again, each document its own entry, and none for a document that was not sent', () => {
    fc.assert(
      fc.property(documents, ([missing, ...sent]) => {
        const entries = sent.map((document) => standing(planned(document)));
        const find = (document: SalesDocument) => findBooked(document, indexEntries(entries), GENERATED_CONNECTION);
        expect(sent.map(find)).toEqual(entries.map((entry) => ({ kind: 'one', entry })));
        expect(missing === undefined ? null : find(missing)).toEqual({ kind: 'none' });
      }),
      { numRuns: 100 },
    );
  });

  it('is accepted when it is read back as it was sent', () => {
    holds((document) => {
      const sent = { ...planned(document), accountId: 'account' };
      expect(compareReadBack(sent, standing(sent), 'EUR')).toEqual({ ok: true, value: null });
    });
  });

  it('is refused when any amount is another', () => {
    const change = fc.record({
      figure: fc.constantFrom('gross', 'vat', 'net of a line', 'VAT of a line'),
      line: fc.nat(),
      units: fc.integer({ min: -1_000, max: 1_000 }).filter((units) => units !== 0),
    });
    fc.assert(
      fc.property(aDocument, change, (document, { figure, line, units }) => {
        const sent = { ...planned(document), accountId: 'account' };
        const found = standing(sent);
        const off = smallestUnit(document.currency).times(units);
        const withLine = (changed: 'net' | 'vat'): Partial<BookedEntry> => ({
          lines: (found.lines ?? []).map((one, at) =>
            at === line % sent.lines.length ? { ...one, [changed]: one[changed].plus(off) } : one,
          ),
        });
        const changes = {
          gross: { gross: found.gross.plus(off) },
          vat: { vat: found.vat.plus(off) },
          'net of a line': withLine('net'),
          'VAT of a line': withLine('vat'),
        } as const;
        expect(compareReadBack(sent, { ...found, ...changes[figure] }, 'EUR')).toMatchObject({
          ok: false,
          error: { type: 'readBackDiffers' },
        });
      }),
      RUNS,
    );
  });
});
