import { expect, it } from 'vitest';
import { EMPTY_DRAFT, withChoices } from '../../../lib/connection-draft.ts';

const DRAFT = {
  ...EMPTY_DRAFT,
  companyEntityId: 'north',
  startDate: '2026-01-01',
  divisionCode: 1,
  invoiceJournal: '70',
  vatLinks: { r21: '4', r6: '1' },
  accountPerTaxRate: { r21: '703000' },
  otherIntegration: 'off',
} as const;

it('changes the link of one rate and leaves those of the others, whoever changed them meanwhile', () => {
  const changed = withChoices(DRAFT, { vatLinks: { r6: '' }, accountPerTaxRate: { r12: '704000' } });
  expect(changed).toEqual({
    ...DRAFT,
    vatLinks: { r21: '4', r6: '' },
    accountPerTaxRate: { r21: '703000', r12: '704000' },
  });
});

it('lets go with the division what is chosen in it, and with the company entity what hangs on its tax rates', () => {
  const { companyEntityId, startDate } = DRAFT;
  expect(withChoices(DRAFT, { divisionCode: 2 })).toEqual({
    ...EMPTY_DRAFT,
    companyEntityId,
    startDate,
    divisionCode: 2,
  });
  expect(withChoices(DRAFT, { companyEntityId: 'south' })).toEqual({
    ...DRAFT,
    companyEntityId: 'south',
    vatLinks: {},
    accountPerTaxRate: {},
    otherIntegration: null,
  });
});

it('keeps what is given as undefined, clears what is given as nothing, and lets nothing go with what is the same', () => {
  const { companyEntityId, divisionCode } = DRAFT;
  const change = { companyEntityId, divisionCode, startDate: undefined, invoiceJournal: null };
  expect(withChoices(DRAFT, change)).toEqual({ ...DRAFT, invoiceJournal: null });
});
