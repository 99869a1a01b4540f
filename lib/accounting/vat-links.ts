import type { TaxRate, VatCode } from './facts.ts';

export type VatCodeProblem = 'blocked' | 'inclusive' | 'notExclusive' | 'notForSales' | 'percentageDiffers';

/**
 * Why a VAT code cannot be linked to a tax rate (to any, where none is given), or null. Amounts are sent without VAT, so
 * that only codes of type exclusive serve. Feature B6.
 */
export function vatCodeProblem(vatCode: VatCode, taxRate?: TaxRate): VatCodeProblem | null {
  if (vatCode.isBlocked) return 'blocked';
  if (!vatCode.isForSales) return 'notForSales';
  if (vatCode.type === 'inclusive') return 'inclusive';
  if (vatCode.type !== 'exclusive') return 'notExclusive';
  return taxRate === undefined || vatCode.rate.eq(taxRate.rate) ? null : 'percentageDiffers';
}

/** Why a sale bears the VAT that it bears; `intraCommunity` where it is not said whether of goods or services. */
type Nature =
  | 'domestic'
  | 'reverseCharge'
  | 'goods'
  | 'services'
  | 'triangular'
  | 'intraCommunity'
  | 'export'
  | 'exempt'
  | 'margin';

const INTRA_COMMUNITY = /intra.?(com|gem)|\b(ic|icl|icd|icp|eu|ue|eg|ig)\b|innergemein/i;
const SERVICES = /dienst|service|prestation|leistung/i;
const GOODS = /goed|goods|bien|waren|lever|livraison|lieferung|supply/i;

/** What descriptions in Dutch, French, English and German say; the first that fits counts. */
const WORDS: readonly (readonly [Nature, RegExp])[] = [
  ['margin', /marge|margin/i],
  ['triangular', /driehoek|triang|dreieck/i],
  [
    'export',
    /export|uitvoer|buiten (de )?(eu|eg|eer|europa)\b|outside (the )?eu\b|non.?eu\b|hors (de l.)?ue\b|ausfuhr|drittland/i,
  ],
  ['intraCommunity', INTRA_COMMUNITY],
  ['reverseCharge', /mede.?contractant|verlegd|verlegging|co.?contractant|autoliquid|reverse.?charge|contractor/i],
  ['exempt', /vrijgesteld|vrijstelling|exempt|exon[eé]r|art(ikel|icle|\.)? ?44\b|steuerfrei|befreit/i],
];

function natureOf(description: string): Nature {
  const nature = WORDS.find(([, words]) => words.test(description))?.[0] ?? 'domestic';
  if (nature !== 'intraCommunity') return nature;
  if (SERVICES.test(description)) return 'services';
  return GOODS.test(description) ? 'goods' : 'intraCommunity';
}

/** What the code says of the EU sales listing is surer than its words. */
const natureOfCode = (vatCode: VatCode): Nature => vatCode.euListing ?? natureOf(vatCode.description);

/** Within the EU, what one side leaves open the other may say. */
const isAlike = (a: Nature, b: Nature): boolean =>
  a === 'intraCommunity'
    ? b === 'goods' || b === 'services'
    : b === 'intraCommunity' && (a === 'goods' || a === 'services');

/**
 * Proposes a VAT code for each tax rate, by percentage and by what the descriptions say. A rate for which no code is
 * clearly the one is left out: a wrong link is worse than none.
 * @returns tax rate id to VAT code
 */
export function proposeVatLinks(taxRates: readonly TaxRate[], vatCodes: readonly VatCode[]): Record<string, string> {
  const proposed = taxRates.flatMap((taxRate) => {
    const code = proposedFor(taxRate, vatCodes);
    return code === null ? [] : [[taxRate.id, code.code] as const];
  });
  return Object.fromEntries(proposed);
}

function proposedFor(taxRate: TaxRate, vatCodes: readonly VatCode[]): VatCode | null {
  const nature = natureOf(taxRate.description);
  const usable = vatCodes.filter((code) => vatCodeProblem(code, taxRate) === null);
  const same = usable.filter((code) => natureOfCode(code) === nature);
  const fitting = same.length > 0 ? same : usable.filter((code) => isAlike(natureOfCode(code), nature));
  const [first, second] = fitting.toSorted((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
  // Several codes of one percentage are common for plain sales, and the lowest is the usual one; others are not alike.
  const isClear = second === undefined || (nature === 'domestic' && taxRate.rate.gt(0));
  return first !== undefined && isClear ? first : null;
}
