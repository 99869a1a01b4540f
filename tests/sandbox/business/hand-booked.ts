import { JOURNAL_CODES, STANDARD_VAT_CODE } from './books.ts';
import type { BusinessDocument, BusinessTaxRate, HandBookedEntry } from './business.ts';
import { byTurns } from './stories.ts';

/** How people write an invoice's number into an entry. */
const FORMS: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => number.replaceAll(' ', ''),
  (number) => `INV ${number.replaceAll(' ', '')}`,
];

type Numbered = BusinessDocument & { readonly number: string; readonly date: string };
const isNumbered = (document: BusinessDocument): document is Numbered =>
  document.number !== null && document.date !== null;

/**
 * Entries somebody typed: for the adopted documents, and on each number that a document will want and not get.
 * @param otherCustomerId a customer in Exact, for what has nothing to do with a document
 */
export function handBookedEntries(
  documents: readonly BusinessDocument[],
  taxRates: readonly BusinessTaxRate[],
  revenueCode: string,
  otherCustomerId: string,
): HandBookedEntry[] {
  const numbered = documents.filter(isNumbered);
  const adopted = numbered.filter(({ expected }) => expected === 'adopted');
  const crossed = numbered.filter(
    ({ expected }) => typeof expected === 'object' && expected.blocked === 'entryNumberTaken',
  );
  return [
    ...adopted.map((document, turn) => entryFor(document, turn, taxRates, revenueCode)),
    ...crossed.map((document) => entryInTheWay(document, revenueCode, otherCustomerId)),
  ];
}

/** Every second one bears a number of Exact's own, the others the one that is derived from the document's. */
function entryFor(
  document: Numbered,
  turn: number,
  taxRates: readonly BusinessTaxRate[],
  revenueCode: string,
): HandBookedEntry {
  const used = new Set(document.lines.map((line) => line.taxRateId));
  const vatCodeOf = (rate: string) => taxRates.find((one) => used.has(one.id) && one.rate === rate)?.vatCode;
  return {
    documentId: document.id,
    customerId: document.customerId,
    journal: journalOf(document),
    entryNumber: turn % 2 === 0 ? firstOfYear(document.date) + 700_001 + turn : derivedNumber(document),
    date: document.date,
    yourRef: byTurns(FORMS, turn)(document.number),
    description: 'Met de hand geboekt',
    currency: document.currency,
    lines: document.totals.taxes.map(({ rate, base, vat }) => ({
      glAccountCode: revenueCode,
      vatCode: vatCodeOf(rate) ?? STANDARD_VAT_CODE,
      net: base,
      vat,
    })),
  };
}

const entryInTheWay = (document: Numbered, revenueCode: string, customerId: string): HandBookedEntry => ({
  documentId: null,
  customerId,
  journal: journalOf(document),
  entryNumber: derivedNumber(document),
  date: document.date,
  yourRef: 'Afrekening voorschot',
  description: 'Met de hand geboekt, zonder factuur',
  currency: 'EUR',
  lines: [{ glAccountCode: revenueCode, vatCode: STANDARD_VAT_CODE, net: '41.32', vat: '8.68' }],
});

const journalOf = ({ kind }: BusinessDocument): string =>
  kind === 'invoice' ? JOURNAL_CODES.invoices : JOURNAL_CODES.creditNotes;

/** 26000000 for 2026. */
const firstOfYear = (date: string): number => (Number(date.slice(0, 4)) % 100) * 1_000_000;

/** 26000027 for "2026 / 27". */
const derivedNumber = ({ number, date }: Numbered): number => firstOfYear(date) + Number(number.split('/')[1]);
