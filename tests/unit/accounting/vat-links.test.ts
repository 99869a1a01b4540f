import { describe, expect, it } from 'vitest';
import type { TaxRate, VatCode } from '../../../lib/accounting/facts.ts';
import { proposeVatLinks, vatCodeProblem } from '../../../lib/accounting/vat-links.ts';
import { big, vatCode } from './builders.ts';

const rate = (description: string, fraction: string): TaxRate => ({
  id: description,
  description,
  rate: big(fraction),
});

const RATE_21 = rate('21%', '0.21');

describe('vatCodeProblem', () => {
  it.each<[string, Partial<VatCode>, ReturnType<typeof vatCodeProblem>]>([
    ['nothing', {}, null],
    ['a block', { isBlocked: true }, 'blocked'],
    ['purchases', { isForSales: false }, 'notForSales'],
    ['inclusive', { type: 'inclusive' }, 'inclusive'],
    ['base only', { type: 'baseOnly', rate: big(0) }, 'notExclusive'],
    ['no VAT', { type: 'none', rate: big(0) }, 'notExclusive'],
    ['another percentage', { rate: big('0.2') }, 'percentageDiffers'],
  ])('sees %s', (_, change, problem) => {
    expect(vatCodeProblem(vatCode(change), RATE_21)).toBe(problem);
  });

  it('asks for no percentage where no tax rate is given', () => {
    expect(vatCodeProblem(vatCode({ rate: big('0.06') }))).toBeNull();
  });
});

const nil = (code: string, description: string, euListing: VatCode['euListing'] = null): VatCode =>
  vatCode({ code, description, rate: big(0), euListing });

const CODES: readonly VatCode[] = [
  vatCode({ code: '10', description: 'Verkoop binnenland 21%, kantoor' }),
  vatCode({ code: '4' }),
  vatCode({ code: '3', description: 'Verkoop binnenland 21%, inclusief', type: 'inclusive' }),
  vatCode({ code: '1', description: 'Marge 21%' }),
  vatCode({ code: '2', description: 'Verkoop binnenland 6%', rate: big('0.06') }),
  nil('5', 'Btw verlegd / medecontractant'),
  nil('6', 'Intracommunautaire levering goederen', 'goods'),
  nil('7', 'Intracommunautaire diensten', 'services'),
  nil('8', 'Export buiten EU'),
  nil('9', 'Vrijgesteld van btw'),
];

const proposal = (taxRate: TaxRate, codes = CODES): string | undefined => proposeVatLinks([taxRate], codes)[taxRate.id];

describe('proposeVatLinks', () => {
  it.each([
    ['21%', '0.21', '4'],
    ['6%', '0.06', '2'],
    ['21% margeregeling', '0.21', '1'],
    ['0% Medecontractant', '0', '5'],
    ['0% BTW verlegd', '0', '5'],
    ['Cocontractant', '0', '5'],
    ['Autoliquidation', '0', '5'],
    ['Reverse charge', '0', '5'],
    ['0% Intracommunautaire levering goederen', '0', '6'],
    ['Livraison intracommunautaire de biens', '0', '6'],
    ['EU goods', '0', '6'],
    ['IC diensten', '0', '7'],
    ['Intra-Community services (reverse charge)', '0', '7'],
    ['Prestation de services UE', '0', '7'],
    ['0% Export buiten EU', '0', '8'],
    ['Diensten buiten de EU', '0', '8'],
    ['Hors UE', '0', '8'],
    ['Uitvoer', '0', '8'],
    ['Vrijgesteld art. 44', '0', '9'],
    ['Exonéré', '0', '9'],
    ['VAT exempt', '0', '9'],
  ])('%s gets %3$s', (description, fraction, code) => {
    expect(proposal(rate(description, fraction))).toBe(code);
  });

  it.each([
    ['a rate of which no code has the percentage', '12%', '0.12'],
    ['a nil rate that says nothing of itself', '0%', '0'],
    ['the EU, whether goods or services is not said', '0% intracommunautair', '0'],
    ['a margin of which there is no code', '6% marge', '0.06'],
  ])('leaves out %s', (_, description, fraction) => {
    expect(proposal(rate(description, fraction))).toBeUndefined();
  });

  it('does not choose between two codes of one nature', () => {
    expect(proposal(rate('Export', '0'), [...CODES, nil('18', 'Uitvoer diensten')])).toBeUndefined();
    const margin = vatCode({ code: '18', description: 'Margeregeling kunst' });
    expect(proposal(rate('21% marge', '0.21'), [...CODES, margin])).toBeUndefined();
  });

  it('lets the only code for the EU serve, whatever it is for', () => {
    const codes = [nil('6', 'Intracommunautair')];
    expect(proposal(rate('IC goederen', '0'), codes)).toBe('6');
    expect(proposal(rate('IC', '0'), [nil('7', 'Verkoop', 'services')])).toBe('7');
  });

  it('never takes a code for triangular trade', () => {
    expect(proposal(rate('IC goederen', '0'), [nil('6', 'Levering goederen EU', 'triangular')])).toBeUndefined();
  });

  it('names the links by tax rate', () => {
    expect(proposeVatLinks([RATE_21, rate('12%', '0.12'), rate('6%', '0.06')], CODES)).toEqual({
      '21%': '4',
      '6%': '2',
    });
  });
});
