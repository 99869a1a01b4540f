/** One row of a list that is not understood: its own document is told so, and the others go on. Feature F2. */
import { afterEach, describe, expect, it } from 'vitest';
import { run, startWorld, tallyOf, type World } from './world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.sandbox.close();
  expect(world?.sandbox.defects).toEqual([]);
  world = null;
});

type Row = Record<string, unknown>;

/** Teamleader answers each call of the name with the row of the id changed. @returns how to make it sound again */
function spoil({ sandbox }: World, call: string, id: string, change: (row: Row) => Row): () => void {
  const { teamleader } = sandbox;
  const handle = teamleader.handle.bind(teamleader);
  teamleader.handle = async (request) => {
    const answer = await handle(request);
    if (teamleader.nameCall(request) !== call || typeof answer.body !== 'string' || answer.status !== 200)
      return answer;
    const body: { data: Row[] } = JSON.parse(answer.body);
    return {
      ...answer,
      body: JSON.stringify({ ...body, data: body.data.map((row) => (row['id'] === id ? change(row) : row)) }),
    };
  };
  return () => {
    teamleader.handle = handle;
  };
}

const outcomeOf = async ({ context }: World, id: string) =>
  (await context.database.documents(context.connection.id)).find((record) => record.id === id)?.outcome;

const notUnderstood = (detail: string) => ({
  state: 'blocked',
  cause: { type: 'notUnderstood', service: 'teamleader', detail },
});

const toBeBooked = ({ sandbox }: World, kind: 'invoice' | 'creditNote') =>
  sandbox.business.documents.filter((document) => document.expected === 'booked' && document.kind === kind);

describe('a list of documents', () => {
  it.each([
    ['invoice', 'invoices.list', { total: null }, 'total: invalid_type'],
    ['invoice', 'invoices.list', { invoice_date: 'soon' }, 'invoice_date: invalid_format'],
    ['invoice', 'invoices.list', { updated_at: 'just now' }, 'updated_at: custom'],
    ['creditNote', 'creditNotes.list', { invoicee: { name: 'A' } }, 'invoicee.customer: invalid_type'],
  ] as const)('with one bad %s in it (%s, %o)', async (kind, call, change, detail) => {
    const made = await startWorld();
    world = made;
    const [bad] = toBeBooked(made, kind);
    const id = bad?.id ?? '';
    const mend = spoil(made, call, id, (row) => ({ ...row, ...change }));
    const first = await run(made.context);
    expect(await outcomeOf(made, id)).toMatchObject(notUnderstood(detail));
    expect(first.counts.booked).toBe(toBeBooked(made, 'invoice').length + toBeBooked(made, 'creditNote').length - 1);

    // It is told again as long as it lasts, and booked once it is mended.
    await run(made.context);
    expect(await outcomeOf(made, id)).toMatchObject(notUnderstood(detail));
    mend();
    const mended = await run(made.context);
    expect(mended.counts.booked).toBe(1);
    expect(await tallyOf(made, made.context)).toMatchObject({ duplicates: 0, missing: 0 });
  });

  it('leaves alone what is booked already', async () => {
    const made = await startWorld();
    world = made;
    await run(made.context);
    const [bad] = toBeBooked(made, 'invoice');
    spoil(made, 'invoices.list', bad?.id ?? '', (row) => ({ ...row, total: null }));
    made.sandbox.clock.advance(25 * 60 * 60_000);
    await run(made.context);
    expect((await outcomeOf(made, bad?.id ?? ''))?.state).toBe('booked');
  });

  it('with a row that says nothing of whose it is is not understood as a whole', async () => {
    const made = await startWorld();
    world = made;
    const [bad] = toBeBooked(made, 'invoice');
    spoil(made, 'invoices.list', bad?.id ?? '', () => ({}));
    const { problem, counts } = await run(made.context);
    expect(problem).toMatchObject({ type: 'notUnderstood', service: 'teamleader' });
    expect(counts.booked).toBe(0);
  });
});

describe('a list of customers', () => {
  it('with one that is not understood holds back its documents only', async () => {
    const made = await startWorld();
    world = made;
    const [bad] = toBeBooked(made, 'invoice').filter(({ customerId }) =>
      made.sandbox.business.customers.some(({ id, type }) => id === customerId && type === 'company'),
    );
    spoil(made, 'companies.list', bad?.customerId ?? '', (row) => ({ ...row, name: null }));
    const { counts } = await run(made.context);
    expect(await outcomeOf(made, bad?.id ?? '')).toMatchObject(notUnderstood('customer.name: invalid_type'));
    expect(counts.booked).toBeGreaterThan(10);
  });
});

describe('Exact’s lists', () => {
  it.each(['GET sync/CRM/Accounts', 'GET salesentry/SalesEntries'])(
    'are read whole or not at all: %s',
    async (call) => {
      const made = await startWorld();
      world = made;
      const { exact } = made.sandbox;
      const handle = exact.handle.bind(exact);
      exact.handle = async (request) => {
        const answer = await handle(request);
        if (exact.nameCall(request) !== call || typeof answer.body !== 'string') return answer;
        return { ...answer, body: answer.body.replace(/"(?:Name|EntryNumber)":/, '"Renamed":') };
      };
      const { problem, counts } = await run(made.context);
      expect(problem).toMatchObject({ type: 'notUnderstood', service: 'exact' });
      expect(counts.booked).toBe(0);
    },
  );
});
