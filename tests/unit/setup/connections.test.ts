import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../lib/connection.ts';
import { NEW_DRAFT } from '../../../lib/connection-draft.ts';
import type { SetupFacts } from '../../../lib/setup/choices.ts';
import { isKnown, withChange, withProposed, withRemoved, withSaved } from '../../../lib/setup/connections.ts';
import { connectionFrom, withProposals } from '../../../lib/setup/draft.ts';
import { draftIn, EMPTY_SETTINGS, type Settings, siblingsOf, unsavedKeys } from '../../../lib/store/settings.ts';
import { CONNECTION, REFERENCE } from '../accounting/builders.ts';

const { taxRates, journals, vatCodes, glAccounts, paymentConditions } = REFERENCE;
const FACTS: SetupFacts = {
  companyEntities: ['north', 'south', 'east'].map((id, position) => ({ id, name: id, position })),
  divisions: [1, 2].map((code) => ({ code, name: `division ${code}`, currency: 'EUR' })),
  taxRates,
  journals,
  vatCodes,
  glAccounts,
  paymentTerms: [],
  paymentConditions,
  rateUse: null,
  rights: [],
  othersEntries: null,
  problem: null,
};
const NORTH = {
  ...CONNECTION,
  id: '11111111-1111-4111-8111-111111111111',
  companyEntity: { id: 'north', name: 'north' },
  division: { code: 1, name: 'division 1', currency: 'EUR' },
  firstSyncAt: 5,
  automaticEvery: 15 as const,
  automaticHours: 'always' as const,
  accountChoices: { 'company/1': 'a' },
};
const complete = (companyEntityId: string, divisionCode: number) => ({
  ...withProposals({ ...draftOf(NORTH), companyEntityId, divisionCode }, FACTS, []),
  startDate: '2026-01-01',
});
const SETTINGS: Settings = {
  ...EMPTY_SETTINGS,
  connections: [NORTH],
  drafts: { [NORTH.id]: { ...draftOf(NORTH), lines: 'each' } },
  editing: NORTH.id,
};
const IDS = ['22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'];
function newIds(): () => string {
  const left = [...IDS];
  return () => left.shift() ?? 'none left';
}
const adding = (companyEntityId: string, divisionCode: number, all = SETTINGS): Settings => ({
  ...all,
  drafts: { ...all.drafts, [NEW_DRAFT]: complete(companyEntityId, divisionCode) },
  editing: NEW_DRAFT,
});

describe('saving', () => {
  it('adds a new connection beside those that stand, and shows it', () => {
    const saved = withSaved(adding('south', 1), NEW_DRAFT, FACTS, newIds());
    expect(saved.connections).toMatchObject([{ id: NORTH.id }, { id: IDS[0], firstSyncAt: null, entrySeries: 1 }]);
    expect(saved.connections[0]).toBe(NORTH);
    expect(saved).toMatchObject({ editing: IDS[0], former: [] });
    expect(unsavedKeys(saved)).toEqual([]);
    expect(siblingsOf(saved, NORTH)).toEqual([IDS[0]]);
  });

  it('keeps the changes of the others that are not saved', () => {
    const saved = withSaved(adding('south', 1), NEW_DRAFT, FACTS, newIds());
    expect(draftIn(saved, NORTH.id).lines).toBe('each');
  });

  it('pressed again, changes nothing', () => {
    const ids = newIds();
    const once = withSaved(adding('south', 1), NEW_DRAFT, FACTS, ids);
    expect(withSaved(once, NEW_DRAFT, FACTS, ids)).toBe(once);
    expect(withSaved(once, once.editing, FACTS, ids)).toEqual(once);
  });

  it('does not book one company entity into one division twice, but into two', () => {
    const twice = adding('north', 1);
    expect(withSaved(twice, NEW_DRAFT, FACTS, newIds())).toBe(twice);
    expect(connectionFrom(complete('north', 1), FACTS, NORTH, [NORTH])).toEqual({
      ok: false,
      error: ['alreadyConnected'],
    });
    expect(withSaved(adding('north', 2), NEW_DRAFT, FACTS, newIds()).connections).toHaveLength(2);
  });

  it('with another division, another connection takes the place, and the first comes back as itself', () => {
    const moved = withSaved({ ...SETTINGS, drafts: { [NORTH.id]: complete('north', 2) } }, NORTH.id, FACTS, newIds());
    expect(moved.connections).toMatchObject([{ id: IDS[0], firstSyncAt: null, automaticEvery: null }]);
    expect(moved).toMatchObject({ editing: IDS[0], former: [{ id: NORTH.id, division: { code: 1 } }] });
    const back = withSaved(
      { ...moved, drafts: { [moved.editing]: complete('north', 1) } },
      moved.editing,
      FACTS,
      newIds(),
    );
    expect(back.connections).toMatchObject([{ id: NORTH.id }]);
    expect(back.former).toMatchObject([{ id: IDS[0] }]);
  });
});

describe('changing', () => {
  const draft = draftIn(SETTINGS, NORTH.id);
  const { companyEntityId, divisionCode } = draft;

  it.each([
    ['another division', { companyEntityId, divisionCode: 2 }],
    ['another company entity', { companyEntityId: 'south', divisionCode }],
  ])('takes nothing that was chosen from the lists of %s', (_, of) => {
    expect(withChange(SETTINGS, NORTH.id, { vatLinks: { 'rate-21': '5' } }, of)).toBe(SETTINGS);
    expect(withChange(SETTINGS, NORTH.id, { otherIntegration: 'off' }, of)).toBe(SETTINGS);
    const dated = withChange(SETTINGS, NORTH.id, { startDate: '2026-03-01', vatLinks: undefined }, of);
    expect(draftIn(dated, NORTH.id)).toEqual({ ...draft, startDate: '2026-03-01' });
  });

  it('takes what was chosen from its own lists, or before those could be told', () => {
    for (const of of [
      { companyEntityId, divisionCode },
      { companyEntityId: null, divisionCode: null },
    ]) {
      const changed = withChange(SETTINGS, NORTH.id, { invoiceJournal: '71' }, of);
      expect(draftIn(changed, NORTH.id).invoiceJournal).toBe('71');
    }
  });
});

describe('proposing', () => {
  const begun: Settings = {
    ...EMPTY_SETTINGS,
    drafts: { [NEW_DRAFT]: { ...complete('south', 1), invoiceJournal: null } },
    editing: NEW_DRAFT,
  };

  it('fills in what is left open in what the user sees', () => {
    const proposed = withProposed(begun, NEW_DRAFT, FACTS);
    expect(draftIn(proposed, NEW_DRAFT).invoiceJournal).toBe(complete('south', 1).invoiceJournal);
    expect(withProposed(proposed, NEW_DRAFT, FACTS)).toBe(proposed);
  });

  it('begins no other draft where the one was saved while the facts were read', () => {
    const saved = withSaved(adding('south', 1), NEW_DRAFT, FACTS, newIds());
    expect(withProposed(saved, NEW_DRAFT, FACTS)).toBe(saved);
  });
});

describe('removing', () => {
  const two = withSaved(adding('south', 1), NEW_DRAFT, FACTS, newIds());

  it('leaves the others, and shows one of them', () => {
    const left = withRemoved(two, IDS[0] ?? '');
    expect(left.connections).toEqual([NORTH]);
    expect(left).toMatchObject({ editing: NORTH.id, former: [{ id: IDS[0], companyEntity: { id: 'south' } }] });
    expect(Object.keys(left.drafts)).toEqual([NORTH.id]);
  });

  it('what it may have sent still counts in its division, and it comes back as itself', () => {
    const left = withRemoved(two, IDS[0] ?? '');
    expect(siblingsOf(left, NORTH)).toEqual([IDS[0]]);
    const again = withSaved(adding('south', 1, left), NEW_DRAFT, FACTS, () => 'another');
    expect(again.connections.map(({ id }) => id)).toEqual([NORTH.id, IDS[0]]);
    expect(again.former).toEqual([]);
  });

  it('of the last begins anew; of a draft only forgets it', () => {
    const none = withRemoved(withRemoved(two, NORTH.id), IDS[0] ?? '');
    expect(none).toMatchObject({ connections: [], drafts: {}, editing: NEW_DRAFT });
    const discarded = withRemoved(adding('south', 1), NEW_DRAFT);
    expect(discarded).toEqual({ ...SETTINGS, former: [] });
    expect(isKnown(discarded, 'nobody’s')).toBe(false);
  });
});

it('a further connection is proposed the company entity that no other has', () => {
  const two = { ...FACTS, companyEntities: FACTS.companyEntities.slice(0, 2) };
  expect(withProposals(draftIn(EMPTY_SETTINGS, NEW_DRAFT), two, [NORTH]).companyEntityId).toBe('south');
  expect(withProposals(draftIn(EMPTY_SETTINGS, NEW_DRAFT), two, []).companyEntityId).toBeNull();
});
