import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVatNumber, isSameVatNumber, normaliseVatNumber } from '../../../lib/accounting/vat-number.ts';

/** Per country three numbers that hold, and three that do not: a wrong digit, a digit too few, two digits swapped. */
const COUNTRIES = [
  { country: 'AT', good: 'ATU13585627 ATU10223006 ATU33864707', bad: 'ATU13585628 ATU1358562 ATU01223006' },
  { country: 'BE', good: 'BE0403227515 BE0428759497 BE1006023325', bad: 'BE0403227516 BE040322751 BE4028759497' },
  { country: 'BG', good: 'BG175074752 BG131468980 BG101004508', bad: 'BG175074753 BG17507475 BG311468980' },
  {
    country: 'CH',
    good: 'CHE107787577MWST CHE116281710TVA CHE105805649IVA',
    bad: 'CHE107787578MWST CHE10778757MWST CHE161281710TVA',
  },
  { country: 'CY', good: 'CY10259033P CY00532445O CY30010823A', bad: 'CY10259034P CY1025903P CY05032445O' },
  { country: 'CZ', good: 'CZ25123891 CZ45274649 CZ7103192745', bad: 'CZ25123892 CZ2512389 CZ54274649' },
  { country: 'DE', good: 'DE136695976 DE129273398 DE143454214', bad: 'DE136695977 DE13669597 DE219273398' },
  { country: 'DK', good: 'DK13585628 DK24256790 DK22756214', bad: 'DK13585629 DK1358562 DK42256790' },
  { country: 'EE', good: 'EE100931558 EE100594102 EE100207415', bad: 'EE100931559 EE10093155 EE010594102' },
  { country: 'EL', good: 'EL094259216 EL094014201 EL094019245', bad: 'EL094259217 EL09425921 EL904014201' },
  { country: 'ES', good: 'ESB58378431 ES54362315K ESX2482300W', bad: 'ESB58378432 ESB5837843 ES53462315K' },
  { country: 'FI', good: 'FI20774740 FI01120389 FI09853608', bad: 'FI20774741 FI2077474 FI02110389' },
  { country: 'FR', good: 'FR40303265045 FR23334175221 FR83404833048', bad: 'FR40303265046 FR4030326504 FR32334175221' },
  { country: 'GB', good: 'GB980780684 GB340804329 GB220430231', bad: 'GB980780685 GB98078068 GB430804329' },
  { country: 'HR', good: 'HR33392005961 HR81793146560 HR27759560625', bad: 'HR33392005962 HR3339200596 HR18793146560' },
  { country: 'HU', good: 'HU12892312 HU10537914 HU10625790', bad: 'HU12892313 HU1289231 HU01537914' },
  { country: 'IE', good: 'IE6433435F IE6433435OA IE8D79739I', bad: 'IE6433436F IE643343F IE4633435OA' },
  { country: 'IT', good: 'IT00743110157 IT00905811006 IT07973780013', bad: 'IT00743110158 IT0074311015 IT00950811006' },
  { country: 'LT', good: 'LT119511515 LT100001919017 LT100004801610', bad: 'LT119511516 LT11951151 LT010001919017' },
  { country: 'LU', good: 'LU15027442 LU10000356 LU26375245', bad: 'LU15027443 LU1502744 LU01000356' },
  { country: 'LV', good: 'LV40003521600 LV40003009497 LV16117519997', bad: 'LV40003521601 LV4000352160 LV40030009497' },
  { country: 'MT', good: 'MT11679112 MT15121333 MT20200019', bad: 'MT11679113 MT1167911 MT51121333' },
  {
    country: 'NL',
    good: 'NL004495445B01 NL810433941B01 NL000099998B57',
    bad: 'NL004495446B01 NL004495445B0 NL180433941B01',
  },
  { country: 'PL', good: 'PL8567346215 PL7740001454 PL5252344078', bad: 'PL8567346216 PL856734621 PL7470001454' },
  { country: 'PT', good: 'PT501964843 PT500697256 PT504499777', bad: 'PT501964844 PT50196484 PT506097256' },
  { country: 'RO', good: 'RO18547290 RO1590082 RO13548146', bad: 'RO18547291 RO1 RO5190082' },
  {
    country: 'SE',
    good: 'SE556188840401 SE556016068001 SE556012579001',
    bad: 'SE556188840501 SE55618884040 SE565016068001',
  },
  { country: 'SI', good: 'SI50223054 SI15012557 SI82646716', bad: 'SI50223055 SI5022305 SI51012557' },
  { country: 'SK', good: 'SK2020317068 SK2022749619 SK2120567108', bad: 'SK2020317069 SK202031706 SK2202749619' },
  { country: 'XI', good: 'XI980780684 XI366303068 XI220430231', bad: 'XI980780685 XI98078068 XI636303068' },
];

/** Numbers that bend their country's usual rule, or that a stricter rule refuses, and are in use all the same. */
const UNUSUAL: readonly (readonly [string, string])[] = [
  ['BE1006023325', 'a Belgian company since 2023'],
  ['BG831919536', 'a Bulgarian company from before 2000'],
  ['BG7523169263', 'a Bulgarian person'],
  ['CHE107787577', 'a Swiss number without the word for VAT'],
  ['CZ395601439', 'a Czech person born before 1954'],
  ['CZ640903926', 'a Czech payer whom the tax office numbered'],
  ['CZ699000761', 'a Czech VAT group'],
  ['CZ7103192745', 'a Czech person'],
  ['ESJ99216582', 'a Spanish civil company'],
  ['ESK1234567L', 'a Spanish child'],
  ['ESL1234567L', 'a Spaniard who lives abroad'],
  ['ESM1234567L', 'a foreigner in Spain without a number for foreigners'],
  ['ESQ2826000H', 'a Spanish public body'],
  ['ESY1234567X', 'a foreigner in Spain'],
  ['ESZ1234567R', 'a foreigner in Spain'],
  ['FRK7399859412', 'a French key with a letter'],
  ['FRXX303265045', 'a French key with two letters'],
  ['GB980780684001', 'a British branch'],
  ['GBGD001', 'a British government department'],
  ['GBHA599', 'a British health authority'],
  ['IE1234567FA', 'an Irish number of the form of 2013'],
  ['IE1234567TW', 'an Irish sole trader'],
  ['IE8*79739I', 'an Irish number of the form before 1988'],
  ['LT100001919017', 'a Lithuanian payer for a time'],
  ['LV32123412345', 'a Latvian person since 2017'],
  ['NL000099998B57', 'a Dutch sole trader'],
  ['NL810433941B01', 'a Dutch company'],
  ['RO19', 'the shortest Romanian number'],
  ['SE556012579002', 'the second part of a Swedish company'],
  ['SK1020317068', 'a Slovak person'],
  ['XIGD001', 'a government department of Northern Ireland'],
];

/** What comes before, digits of which no single one can be wrong unseen, and what comes after. */
const SEALED: readonly (readonly [string, string, string])[] = [
  ['ATU', '13585627', ''],
  ['BE', '0403227515', ''],
  ['CHE', '107787577', 'MWST'],
  ['CY', '10259033', 'P'],
  ['DE', '136695976', ''],
  ['DK', '13585628', ''],
  ['EE', '100931558', ''],
  ['ES', '54362315', 'K'],
  ['ESB', '58378431', ''],
  ['FI', '20774740', ''],
  ['FR', '40303265045', ''],
  ['HR', '33392005961', ''],
  ['HU', '12892312', ''],
  ['IE', '6433435', 'F'],
  ['IT', '00743110157', ''],
  ['LU', '15027442', ''],
  ['LV4', '0003521600', ''],
  ['MT', '11679112', ''],
  ['PL', '8567346215', ''],
  ['SE', '5561888404', '01'],
  ['SK2', '020317068', ''],
];

describe('normaliseVatNumber', () => {
  it.each([
    ['BE 0403.227.515', 'BE', 'BE0403227515'],
    ['be0403227515', null, 'BE0403227515'],
    ['0403.227.515', 'BE', 'BE0403227515'],
    ['403.227.515', 'BE', 'BE0403227515'],
    ['BE403227515', 'BE', 'BE0403227515'],
    ['8011.82.142.B01', 'NL', 'NL801182142B01'],
    ['CHE-107.787.577 MWST', 'CH', 'CHE107787577MWST'],
    ['E107787577', 'CH', 'CHE107787577'],
    ['GR094259216', 'GR', 'EL094259216'],
    ['094259216', 'gr', 'EL094259216'],
    ['FR40303265045', 'BE', 'FR40303265045'],
    ['U13585627', 'AT', 'ATU13585627'],
    ['B58378431', 'ES', 'ESB58378431'],
    ['12-3456789', 'US', '123456789'],
    ['123', null, '123'],
    [' - ', 'BE', ''],
  ])('%s of %s is %s', (raw, country, normalised) => {
    expect(normaliseVatNumber(raw, country)).toBe(normalised);
  });
});

describe('isSameVatNumber', () => {
  it.each([
    ['BE0403227515', 'BE0403227515', true],
    ['BE0403227515', '0403227515', true],
    ['403227515', 'BE0403227515', true],
    ['BE0403227515', 'NL0403227515', false],
    ['BE0403227515', 'BE0428759497', false],
    ['0403227515', '0428759497', false],
    ['BE0403227515', '', false],
  ])('%s and %s: %s', (a, b, isSame) => {
    expect(isSameVatNumber(a, b)).toBe(isSame);
  });
});

describe('checkVatNumber', () => {
  describe.each(COUNTRIES)('$country', ({ country, good, bad }) => {
    it.each(good.split(' '))('%s passes', (number) => {
      expect(checkVatNumber(number, null)).toEqual({ ok: true, value: number });
    });

    it.each(bad.split(' '))('%s is refused', (number) => {
      expect(checkVatNumber(number, null)).toMatchObject({ ok: false, error: { country } });
    });
  });

  it.each(UNUSUAL)('%s passes: %s', (number) => {
    expect(checkVatNumber(number, null)).toEqual({ ok: true, value: number });
  });

  it('passes what it then refuses for a single digit, where the check digit promises that', () => {
    const changed = fc.constantFrom(...SEALED).chain(([before, digits, after]) =>
      fc.record({ at: fc.nat({ max: digits.length - 1 }), add: fc.integer({ min: 1, max: 9 }) }).map(({ at, add }) => {
        const digit = (Number(digits[at]) + add) % 10;
        return {
          right: before + digits + after,
          wrong: `${before}${digits.slice(0, at)}${digit}${digits.slice(at + 1)}${after}`,
        };
      }),
    );
    fc.assert(
      fc.property(changed, ({ right, wrong }) => {
        expect(checkVatNumber(right, null).ok).toBe(true);
        expect(checkVatNumber(wrong, null).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['BE0403227516', 'BE', 'BE'],
    ['BE2403227515', 'BE', 'BE'],
    ['0123456780', 'BE', 'BE'],
    ['BE04032275', 'BE', 'BE'],
    ['NL123456780B01', 'NL', 'NL'],
    ['NL004495445C01', 'NL', 'NL'],
    ['FR41303265045', 'FR', 'FR'],
    ['DE136695978', 'DE', 'DE'],
    ['LU15027443', 'LU', 'LU'],
    ['IT00743110158', 'IT', 'IT'],
    ['ES54362315Z', 'ES', 'ES'],
    ['ESB58378430', 'ES', 'ES'],
    ['ES123456789', 'ES', 'ES'],
    ['DK13585627', 'DK', 'DK'],
    ['CHE12345678', 'CH', 'CH'],
    ['ABC', 'BE', 'BE'],
    ['FRO1303265045', 'FR', 'FR'],
    ['GBGD500', 'GB', 'GB'],
    ['GBHA499', 'GB', 'GB'],
    ['ESX24823001', 'ES', 'ES'],
    ['ESB5837843K', 'ES', 'ES'],
    ['IE6433435X', 'IE', 'IE'],
    ['980780685', 'XI', 'XI'],
    ['094259216X', 'GR', 'EL'],
  ])('%s of %s is refused with the format of %s', (number, country, prefix) => {
    const checked = checkVatNumber(number, country);
    expect(checked).toMatchObject({ ok: false, error: { country: prefix } });
    expect(checked.ok ? '' : checked.error.format.slice(0, 2)).toBe(prefix);
  });

  it('lets a number pass where no rule is known', () => {
    expect(checkVatNumber('12-3456789', 'US')).toEqual({ ok: true, value: '123456789' });
  });

  it('has a rule for each country of the Union, Switzerland and Great Britain', () => {
    const prefixes = 'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH GB'.split(
      ' ',
    );
    expect(prefixes.filter((prefix) => checkVatNumber(`${prefix}?`, null).ok)).toEqual([]);
  });
});
