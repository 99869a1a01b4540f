import type { TaxRate, VatCode } from './facts.ts';

export type VatCodeProblem = 'blocked' | 'inclusive' | 'notForSales' | 'percentageDiffers';

/**
 * Why a VAT code cannot be linked to a tax rate, or null. Amounts are sent without VAT, so only exclusive codes serve;
 * a code for sales without VAT (only the base, or none) says the same as long as its rate is nil.
 */
export function vatCodeProblem(vatCode: VatCode, taxRate: TaxRate): VatCodeProblem | null {
  if (vatCode.isBlocked) return 'blocked';
  if (!vatCode.isForSales) return 'notForSales';
  if (vatCode.type !== 'exclusive') return 'inclusive';
  return vatCode.rate.eq(taxRate.rate) ? null : 'percentageDiffers';
}

type Nature = 'reverseCharge' | 'goods' | 'services' | 'export' | 'exempt' | 'margin' | 'domestic';

/** What a description in Dutch, French, English or German says of a rate; the first that fits counts. */
const WORDS: readonly (readonly [Nature, RegExp])[] = [
  ['margin', /marge|margin/i],
  [
    'reverseCharge',
    /medecontractant|mede contractant|verlegd|verlegg|cocontractant|co-contractant|autoliquid|reverse.?charge|contractor/i,
  ],
  [
    'goods',
    /(intra|\bic\b|\beu\b|\bicl\b|union|communau).*(goed|good|bien|waren|lever|lieferung)|(goed|good|bien|waren|lever).*(intra|\bic\b|\beu\b|union)/i,
  ],
  [
    'services',
    /(intra|\bic\b|\beu\b|union|communau).*(dienst|service|leistung)|(dienst|service|leistung).*(intra|\bic\b|\beu\b|union)/i,
  ],
  ['export', /export|uitvoer|buiten (de )?(eu|eg|eer)|outside (the )?eu|hors ue|non.?eu|ausfuhr/i],
  ['exempt', /vrijgesteld|vrijstelling|exempt|exon|art(ikel|\.)? ?44|befreit/i],
];

const natureOf = (description: string): Nature => WORDS.find(([, words]) => words.test(description))?.[0] ?? 'domestic';

function natureOfCode(vatCode: VatCode): Nature {
  const said = natureOf(vatCode.description);
  if (said !== 'domestic') return said;
  if (vatCode.euListing === 'goods') return 'goods';
  return vatCode.euListing === 'services' ? 'services' : 'domestic';
}

/**
 * Proposes a VAT code for each tax rate, by percentage and by what the descriptions say. A rate for which no code is
 * clearly the one is left out: a wrong link is worse than none.
 * @returns tax rate id to VAT code
 */
export function proposeVatLinks(taxRates: readonly TaxRate[], vatCodes: readonly VatCode[]): Record<string, string> {
  const links: Record<string, string> = {};
  for (const taxRate of taxRates) {
    const nature = natureOf(taxRate.description);
    const fitting = vatCodes
      .filter((code) => vatCodeProblem(code, taxRate) === null && natureOfCode(code) === nature)
      .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
    const [first, second] = fitting;
    // Several codes of one percentage are common for domestic sales, and the lowest is the plain one; a nil rate's are not alike.
    if (first !== undefined && (second === undefined || taxRate.rate.gt(0))) links[taxRate.id] = first.code;
  }
  return links;
}
