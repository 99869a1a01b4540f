import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '../../../lib/connection-draft.ts';
import type { SetupFacts } from '../../../lib/setup/choices.ts';
import { connectionFrom, isSameAs, proposalsFor, withProposals } from '../../../lib/setup/draft.ts';
import { viewChoices } from '../../../lib/setup/view-choices.ts';
import { REFERENCE } from '../accounting/builders.ts';

const { taxRates, journals, vatCodes, glAccounts, paymentConditions } = REFERENCE;
const ENTITY = { id: 'entity', name: 'Studio Noord', position: 0 };
const DIVISION = { code: 123, name: 'Studio Noord', currency: 'EUR' };
const facts: SetupFacts = {
  companyEntities: [ENTITY],
  divisions: [DIVISION],
  taxRates,
  journals,
  vatCodes,
  glAccounts,
  paymentTerms: [
    { id: 't1', term: { type: 'after_invoice_date', days: 30 } },
    { id: 't2', term: { type: 'cash' } },
  ],
  paymentConditions,
  rateUse: null,
  rights: [],
  othersEntries: null,
  problem: null,
};
const KEPT = {
  id: '7f461798-031c-479a-b3b5-05925935f7f3',
  users: { teamleader: 'an', exact: null },
  accountChoices: { 'company/c1': 'account' },
  firstSyncAt: null,
  automaticEvery: null,
  automaticHours: 'always' as const,
};

const complete = { ...withProposals(EMPTY_DRAFT, facts, []), startDate: '2026-01-01' };

describe('proposals', () => {
  it('take the only entity and division, a journal each, and accounts that can be used', () => {
    expect(complete).toMatchObject({ companyEntityId: 'entity', divisionCode: 123 });
    expect(complete.invoiceJournal).not.toBe(complete.creditNoteJournal);
    expect(glAccounts.find((account) => account.code === complete.revenueAccount)).toMatchObject({
      isRevenue: true,
      isBlocked: false,
    });
  });

  it('never change what the user chose, not even to none', () => {
    const chosen = {
      invoiceJournal: '99',
      discountAccount: '',
      vatLinks: { [taxRates[0]?.id ?? '']: '' },
    };
    expect(withProposals({ ...EMPTY_DRAFT, ...chosen }, facts, [])).toMatchObject(chosen);
  });

  it('are known as such, also where the user has chosen something else', () => {
    const chosen = { ...complete, invoiceJournal: '99', vatLinks: {} };
    const proposed = proposalsFor(chosen, facts, []);
    expect(proposed.invoiceJournal).toBe(complete.invoiceJournal);
    expect(proposed.vatLinks).toEqual(complete.vatLinks);
    expect(proposed.startDate).toBe(complete.startDate);
  });

  it('leave open what several could be', () => {
    const two = { ...facts, companyEntities: [ENTITY, { id: 'other', name: 'Other', position: 1 }] };
    expect(withProposals(EMPTY_DRAFT, two, []).companyEntityId).toBeNull();
  });
});

describe('a connection', () => {
  it('comes of a complete draft, and says the same as it', () => {
    const made = connectionFrom(complete, facts, KEPT, []);
    if (!made.ok) throw new Error(made.error.join());
    expect(made.value).toMatchObject({ startDate: '2026-01-01', division: DIVISION });
    expect(isSameAs(made.value, complete, facts)).toBe(true);
    expect(isSameAs(made.value, { ...complete, lines: 'each' }, facts)).toBe(false);
    expect(isSameAs(made.value, { ...complete, accountPerTaxRate: { [taxRates[0]?.id ?? '']: '701000' } }, facts)).toBe(
      false,
    );
    expect(isSameAs(made.value, { ...complete, startDate: '2026-02-01' }, facts)).toBe(false);
  });

  it('says the same as its draft though the lists cannot be read', () => {
    const made = connectionFrom(complete, facts, KEPT, []);
    if (!made.ok) throw new Error(made.error.join());
    const unread = { ...facts, divisions: [], journals: [], vatCodes: [], glAccounts: [] };
    const unlinked = { ...complete, vatLinks: { ...complete.vatLinks, other: '' } };
    expect(isSameAs(made.value, unlinked, unread)).toBe(true);
    expect(isSameAs(made.value, { ...complete, divisionCode: 1 }, unread)).toBe(false);
    expect(isSameAs(made.value, { ...complete, vatLinks: {} }, unread)).toBe(false);
  });

  it('names everything that is missing, in the order of the set-up', () => {
    expect(connectionFrom(EMPTY_DRAFT, facts, KEPT, [])).toEqual({
      ok: false,
      error: [
        'companyEntityMissing',
        'startDateMissing',
        'divisionMissing',
        'invoiceJournalMissing',
        'creditNoteJournalMissing',
        'vatLinksMissing',
        'revenueAccountMissing',
      ],
    });
  });

  it('does not take one journal for both kinds', () => {
    const one = { ...complete, creditNoteJournal: complete.invoiceJournal };
    expect(connectionFrom(one, facts, KEPT, [])).toEqual({ ok: false, error: ['journalsEqual'] });
  });

  it('does not take a link to a code of another percentage', () => {
    const domestic = taxRates.find(({ rate }) => rate.eq('0.21'));
    const other = vatCodes.find(({ rate }) => !rate.eq('0.21'));
    const wrong = { ...complete, vatLinks: { ...complete.vatLinks, [domestic?.id ?? '']: other?.code ?? '' } };
    expect(connectionFrom(wrong, facts, KEPT, [])).toEqual({ ok: false, error: ['vatLinkUnusable'] });
  });
});

describe('a company entity', () => {
  it.each([
    [0, 0],
    [20, 20],
    [21, null],
  ])('at place %i has series %s', (position, entrySeries) => {
    const placed = { ...facts, companyEntities: [{ ...ENTITY, position }] };
    expect(connectionFrom(complete, placed, KEPT, [])).toMatchObject({ ok: true, value: { entrySeries, ...KEPT } });
  });
});

describe('choices', () => {
  it('tell what each payment term becomes', () => {
    expect(viewChoices(facts, complete).paymentTerms).toEqual([
      { term: { type: 'after_invoice_date', days: 30 }, condition: '30 · 30 dagen' },
      { term: { type: 'cash' }, condition: null },
    ]);
  });

  it('note a code of the margin scheme only where it is linked', () => {
    const [code, ...codes] = vatCodes;
    const [rate] = taxRates;
    if (code === undefined || rate === undefined) throw new Error('There is nothing to link');
    const withMargin = { ...facts, vatCodes: [{ ...code, isMargin: true }, ...codes] };
    const noted = viewChoices(withMargin, { ...complete, vatLinks: { [rate.id]: code.code } }).vatLinks;
    expect(noted.filter(({ isMargin }) => isMargin).map(({ taxRateId }) => taxRateId)).toEqual([rate.id]);
  });

  it('are shown with the reason where they cannot be picked', () => {
    const view = viewChoices(facts, complete);
    for (const journal of journals) {
      const reason = view.journals.find((choice) => choice.value === journal.code)?.unusable;
      expect(reason === null).toBe(journal.isSales && !journal.isBlocked);
    }
  });
});
