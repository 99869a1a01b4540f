import { describe, expect, it } from 'vitest';
import type { Account, Customer } from '../../../lib/accounting/facts.ts';
import { planImport } from '../../../lib/accounting/import-plan.ts';
import { type ImportHead, type ImportRow, newHead } from '../../../lib/store/import-records.ts';
import { viewImport, viewImportItems } from '../../../lib/views/import-view.ts';
import { account, customer } from '../accounting/builders.ts';

const DIVISION = 1;
const NOW = 1_000_000;
const bare = { vatNumber: null, companyNumber: null, email: null } as const;

const row = (accountId: string, change: Partial<ImportRow>): ImportRow => ({
  division: DIVISION,
  accountId,
  code: accountId,
  name: accountId,
  answer: null,
  state: { kind: 'open' },
  log: [],
  ...change,
});

function planned(accounts: readonly Account[], customers: readonly Customer[], rows: readonly ImportRow[] = []) {
  const known = new Map(
    rows.map(({ accountId, answer, state }) => [
      accountId,
      { answer, made: state.kind === 'made' ? state.customer : null, isNew: false },
    ]),
  );
  return {
    items: planImport({ division: DIVISION, accounts, customers, known, unnumberedAs: 'contact' }),
    rows: new Map(rows.map((one) => [one.accountId, one])),
    customers: new Map(
      customers.map(({ type, id, name, address, webUrl }) => [`${type}/${id}`, { name, place: address.city, webUrl }]),
    ),
  };
}

const FOUR = planned(
  [
    account({ id: 'known', code: '1' }),
    account({ id: 'new', code: '2', name: 'Nieuw NV', ...bare, vatNumber: 'BE0417497106' }),
    account({ id: 'person', code: '3', name: 'An Peeters', ...bare }),
    account({ id: 'refused', code: '4', name: 'Ander BV', ...bare }),
  ],
  [customer()],
  [row('refused', { state: { kind: 'failed', cause: { type: 'refused', service: 'teamleader', text: 'no' } } })],
);

describe('how an import stands', () => {
  const head = (change: Partial<ImportHead>): ImportHead => ({ ...newHead(DIVISION), plannedAt: 1, ...change });

  it.each<[string, Partial<ImportHead>]>([
    ['unplanned', { plannedAt: null }],
    ['reading', { wants: 'plan' }],
    ['planned', {}],
    ['running', { wants: 'run', startedAt: 1 }],
    ['waiting', { wants: 'run', startedAt: 1, problem: { type: 'unreachable', service: 'teamleader' }, until: 2 }],
    ['paused', { startedAt: 1 }],
  ])('is %s', (state, change) => {
    expect(viewImport(head(change), FOUR, false, NOW).state).toBe(state);
  });

  it('is not paused before what was under way has ended', () => {
    expect(viewImport(head({ startedAt: 1 }), FOUR, true, NOW).state).toBe('pausing');
    expect(viewImport(head({ startedAt: 1, wants: 'run' }), FOUR, true, NOW).state).toBe('running');
  });

  it('is done where nothing is left to create', () => {
    expect(viewImport(head({}), planned([account()], [customer()]), false, NOW).state).toBe('done');
  });

  it('counts each account once', () => {
    expect(viewImport(head({}), FOUR, false, NOW).counts).toEqual({
      companies: 1,
      contacts: 1,
      unnumbered: 1,
      known: 1,
      made: 0,
      left: 0,
      ask: 0,
      failed: 1,
      twice: 0,
    });
  });

  it('foresees its end by its own pace, and never faster than the ration', () => {
    const running = { wants: 'run', startedAt: 0, total: 110, done: 10 } as const;
    expect(viewImport(head({ ...running, runningSince: NOW - 10_000 }), null, false, NOW).secondsLeft).toBe(100);
    expect(viewImport(head({ ...running, runningSince: NOW - 10 }), null, false, NOW).secondsLeft).toBe(30);
  });
});

describe('the list', () => {
  it.each([
    ['peeters an', null, ['person']],
    ['be0417497106', null, ['new']],
    ['', 'known', ['known']],
    ['', 'failed', ['refused']],
    ['nieuw', 'known', []],
  ] as const)('finds %j among %j', (sought, filter, expected) => {
    expect(viewImportItems(FOUR, sought, filter).items.map(({ accountId }) => accountId)).toEqual(expected);
  });

  it('shows both of what was made twice', () => {
    const twin = customer({ id: 'c1a2b3c4-3333-4333-8333-33333333abcd' });
    const state = { kind: 'made', customer: `company/${customer().id}`, twin: `company/${twin.id}` } as const;
    const made = planned([account({ id: 'a' })], [customer(), twin], [row('a', { state })]);
    expect(viewImportItems(made, '', 'made').items[0]?.standing).toMatchObject({
      is: 'made',
      twin: { key: state.twin },
    });
    expect(viewImport({ ...newHead(DIVISION), plannedAt: 1 }, made, false, NOW).counts?.twice).toBe(1);
  });
});
