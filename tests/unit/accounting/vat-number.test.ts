import { describe, expect, it } from 'vitest';
import { checkVatNumber, isSameVatNumber, normaliseVatNumber } from '../../../lib/accounting/vat-number.ts';

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
  it.each([
    ['BE0403227515'],
    ['BE0428759497'],
    ['BE0897290877'],
    ['NL004495445B01'],
    ['NL810433941B01'],
    ['NL000099998B57'],
    ['FR40303265045'],
    ['FR23334175221'],
    ['FRK7399859412'],
    ['DE136695976'],
    ['DE129273398'],
    ['LU15027442'],
    ['LU10000356'],
    ['IT00743110157'],
    ['ESB58378431'],
    ['ES54362315K'],
    ['ESX2482300W'],
    ['ESJ99216582'],
    ['ESM1234567L'],
    ['ESQ2826000H'],
    ['DK13585628'],
    ['HR33392005961'],
    ['ATU13585627'],
    ['CHE107787577MWST'],
    ['GB980780684'],
    ['GBGD001'],
    ['XI980780684'],
    ['IE6433435F'],
    ['IE8D79739I'],
    ['PL8567346215'],
    ['SE556188840401'],
  ])('%s passes', (number) => {
    expect(checkVatNumber(number, null)).toEqual({ ok: true, value: number });
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
