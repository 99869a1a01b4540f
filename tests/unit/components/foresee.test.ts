import { describe, expect, it } from 'vitest';
import { foresee } from '../../../components/foresee.ts';
import { FRESH, withDraft } from './view.ts';

const keys = (clientId: string, clientSecret: string | null) =>
  ({ type: 'setup/saveKeys', service: 'exact', clientId, clientSecret }) as const;

describe('what a request will make of the view', () => {
  it('keeps a stored secret unless another text is given, and none without a client id', () => {
    const stored = foresee(FRESH, keys('id', 'secret'));
    expect(stored.services.exact).toMatchObject({ clientId: 'id', hasSecret: true });
    expect(stored.services.teamleader).toBe(FRESH.services.teamleader);
    expect(foresee(stored, keys('other', null)).services.exact).toMatchObject({ clientId: 'other', hasSecret: true });
    expect(foresee(stored, keys('id', '')).services.exact.hasSecret).toBe(false);
    expect(foresee(stored, keys('', 'secret')).services.exact).toMatchObject({ clientId: null, hasSecret: false });
  });

  it('changes what is given, clears what is given as nothing, and leaves the rest', () => {
    const before = { ...withDraft({ startDate: '2026-01-01', revenueAccount: '700000' }), isSaved: true };
    const after = foresee(before, { type: 'setup/change', draft: { startDate: null, discountAccount: undefined } });
    expect(after.draft).toEqual({ ...before.draft, startDate: null });
    expect(after.isSaved).toBe(false);
  });

  it('shows nothing that was chosen from the lists of another division', () => {
    const before = withDraft({ companyEntityId: 'north', divisionCode: 2 });
    const of = { companyEntityId: 'north', divisionCode: 1 };
    expect(foresee(before, { type: 'setup/change', draft: { invoiceJournal: '70' }, of })).toBe(before);
  });

  it('leaves to the background what it alone can tell', () => {
    for (const type of ['setup/save', 'sync/start'] as const) expect(foresee(FRESH, { type })).toBe(FRESH);
  });
});
