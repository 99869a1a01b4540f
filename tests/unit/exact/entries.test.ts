import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { readRefusal } from '../../../lib/exact/refusal.ts';
import { must } from '../http/world.ts';
import { callsOf, customerOf, entryFor, world } from './world.ts';

describe('a sales entry', () => {
  it.each([
    { exactListForm: 'results', exactExpand: true },
    { exactListForm: 'array', exactExpand: false },
  ] as const)('is booked in one call and stands there as it was sent (%o)', async (switches) => {
    const there = await world({ switches });
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there);
    const created = must(await division.createSalesEntry(entry, accountId));
    expect(created.entryNumber).toBe(entry.entryNumber);
    expect(callsOf(sandbox, 'POST salesentry/SalesEntries')).toBe(1);

    const { entries } = must(
      await division.salesEntries({ journals: [entry.journal], from: entry.date, modifiedAfter: null }),
    );
    const found = entries.find(({ id }) => id === created.id);
    expect(found).toMatchObject({
      entryNumber: entry.entryNumber,
      journal: entry.journal,
      accountId,
      date: entry.date,
      yourRef: entry.yourRef,
      description: entry.description,
      currency: 'EUR',
      paymentCondition: entry.paymentCondition,
      link: entry.link,
    });
    expect([found?.gross, found?.vat, found?.grossInDivisionCurrency].map(String)).toEqual([
      '1210.21',
      '210.04',
      '1210.21',
    ]);
    const { code: account } =
      must(await division.glAccounts()).find(({ id }) => id === entry.lines[0]?.glAccountId) ?? {};
    const lines = entry.lines.map((line) => ({ ...line, account }));
    expect(found?.lines).toEqual(switches.exactExpand ? lines : null);
    expect(sandbox.exact.ledger.entries.get(created.id)).toMatchObject({
      dueDate: entry.dueDate,
      paymentReference: entry.paymentReference,
    });
  });

  it('of a credit note, in a foreign currency and without a number, is booked too', async () => {
    const there = await world();
    const { division, sandbox } = there;
    const journal = sandbox.business.journals.find(({ role }) => role === 'creditNotes')?.code ?? '';
    const entry = await entryFor(there, {
      journal,
      entryNumber: null,
      dueDate: null,
      currency: 'USD',
      rate: new Big('0.9'),
    });
    const negative = entry.lines.map((line) => ({ ...line, net: line.net.times(-1), vat: line.vat.times(-1) }));
    const created = must(await division.createSalesEntry({ ...entry, lines: negative }, await customerOf(there)));
    const { entries } = must(
      await division.salesEntries({ journals: [journal], from: entry.date, modifiedAfter: null }),
    );
    const found = entries.find(({ id }) => id === created.id);
    expect(found?.entryNumber).toBe(created.entryNumber);
    expect([found?.gross, found?.grossInDivisionCurrency].map(String)).toEqual(['-1210.21', '-1089.19']);
  });

  it('is refused in words that are understood', async () => {
    const there = await world();
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there);
    must(await division.createSalesEntry(entry, accountId));
    sandbox.exact.order({ order: 'closePeriodsBefore', date: '2026-06-01' });
    const { accounts } = must(await division.accounts(null));
    const supplier = accounts.find(({ isCustomer }) => !isCustomer)?.id ?? '';
    const meanings: string[] = [];
    for (const [change, account] of [
      [{}, accountId],
      [{ entryNumber: 26999002, date: '2026-05-31' }, accountId],
      [{ entryNumber: 26999003, date: '2031-01-01' }, accountId],
      [{ entryNumber: 26999004 }, supplier],
    ] as const) {
      const refused = await division.createSalesEntry({ ...entry, ...change }, account);
      if (!refused.ok && refused.error.kind === 'refused') meanings.push(readRefusal(refused.error.text));
    }
    expect(meanings).toEqual(['entryNumberTaken', 'periodClosed', 'financialYearMissing', 'customerInvalid']);
  });

  it('is not sent again when its answer is lost, though it stands there', async () => {
    const there = await world();
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there);
    const name = 'POST salesentry/SalesEntries';
    for (const fault of [
      { kind: 'cut', when: 'after' },
      { kind: 'status', status: 503, when: 'after' },
    ] as const) {
      sandbox.faults.order({ service: 'exact', call: name, fault });
      const number = 26999010 + callsOf(sandbox, name);
      const lost = await division.createSalesEntry({ ...entry, entryNumber: number }, accountId);
      expect(lost.ok ? null : lost.error.kind).toBe('noAnswer');
      expect(
        [...sandbox.exact.ledger.entries.values()].filter(({ entryNumber }) => entryNumber === number),
      ).toHaveLength(1);
    }
    expect(callsOf(sandbox, name)).toBe(2);

    sandbox.faults.order({ service: 'exact', call: name, fault: { kind: 'body', body: '{"d":{}}', when: 'after' } });
    const odd = await division.createSalesEntry({ ...entry, entryNumber: 26999020 }, accountId);
    expect(odd).toEqual({ ok: false, error: { kind: 'notUnderstood', detail: 'd.EntryID: invalid_type' } });
  });
});

describe('what stands in journals', () => {
  it('is read sixty at a time, and then only what changed', async () => {
    const there = await world({ speed: 60 });
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there, { date: '2026-11-05' });
    for (let number = 0; number < 65; number += 1) {
      must(await division.createSalesEntry({ ...entry, entryNumber: 26990000 + number }, accountId));
    }
    const query = { journals: [entry.journal, 'no "such\' one'], from: '2026-11-05', modifiedAfter: null };
    const read = must(await division.salesEntries(query));
    expect(read.entries.filter(({ entryNumber }) => entryNumber >= 26990000)).toHaveLength(65);
    expect(read.entries.every(({ date, journal }) => date >= '2026-11-05' && journal === entry.journal)).toBe(true);
    expect(callsOf(sandbox, 'GET salesentry/SalesEntries')).toBe(2);

    const modifiedAfter = read.modifiedUpTo;
    expect(must(await division.salesEntries({ ...query, modifiedAfter }))).toEqual({ entries: [], modifiedUpTo: null });
    sandbox.clock.advance(1000);
    const { id } = must(await division.createSalesEntry({ ...entry, entryNumber: 26995000 }, accountId));
    expect(must(await division.salesEntries({ ...query, modifiedAfter })).entries.map((one) => one.id)).toEqual([id]);
  });
});
