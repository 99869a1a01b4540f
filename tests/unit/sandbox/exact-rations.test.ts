import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Rations } from '../../sandbox/exact/api/rations.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import {
  type Answer,
  beginWindow,
  book,
  DAY_MS,
  type ExactWorld,
  entryBody,
  openWorld,
  refusalIn,
  sendEntry,
} from './exact-world.ts';

const MINUTE_MS = 60_000;

let world: ExactWorld;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

async function reopen(options: SandboxOptions): Promise<void> {
  await world.close();
  world = await openWorld(options);
}

const journals = (): Promise<Answer> => world.get('financial/Journals', { $select: 'Code' });

/** The figures of an answer: what is left of the minute and of the day, and when both begin anew. */
function rationsIn({ headers }: Answer) {
  const figure = (name: string) => Number(headers.get(name) ?? Number.NaN);
  return {
    minute: {
      limit: figure('X-RateLimit-Minutely-Limit'),
      left: figure('X-RateLimit-Minutely-Remaining'),
      resetAt: figure('X-RateLimit-Minutely-Reset'),
    },
    day: {
      limit: figure('X-RateLimit-Limit'),
      left: figure('X-RateLimit-Remaining'),
      resetAt: figure('X-RateLimit-Reset'),
    },
  };
}

describe('the ration of calls', () => {
  test('is told by each answer, a refusal too', async () => {
    const first = rationsIn(await journals());
    expect(first.minute.limit).toBe(60);
    expect(first.day.limit).toBe(5000);
    expect([first.minute.resetAt % MINUTE_MS, first.day.resetAt % DAY_MS]).toEqual([0, 0]);
    expect(first.minute.resetAt - world.clock.now()).toBeLessThanOrEqual(MINUTE_MS);
    const others = [
      await world.get('nothing/Here'),
      await world.post('crm/Accounts', { Name: 'x' }),
      await world.call(`https://${world.host}/api/v1/current/Me`),
      await world.call(`https://${world.host}/api/v1/${world.division}/x`, {
        headers: { authorization: 'Bearer nonsense' },
      }),
    ].map(rationsIn);
    expect(others.map(({ minute }) => minute.left)).toEqual([1, 2, 3, 4].map((used) => first.minute.left - used));
    expect(others.map(({ day }) => day.left)).toEqual([1, 2, 3, 4].map((used) => first.day.left - used));
  });

  test('is sixty a minute: what is over it is refused, and not done', async () => {
    beginWindow(world, MINUTE_MS);
    for (let left = 59; left >= 0; left -= 1) expect(rationsIn(await journals()).minute.left).toBe(left);
    const { size } = world.exact.ledger.entries;
    const refused = await sendEntry(world);
    expect(refusalIn(refused)).toBe('429 Too many requests.');
    expect(rationsIn(refused).minute).toEqual({ limit: 60, left: 0, resetAt: expect.any(Number) });
    expect(world.exact.ledger.entries.size).toBe(size);
    world.clock.advance(rationsIn(refused).minute.resetAt - world.clock.now());
    expect(rationsIn(await journals()).minute.left).toBe(59);
    expect(world.defects).toEqual([]);
  });

  test('is counted for each division by itself', async () => {
    beginWindow(world, MINUTE_MS);
    for (let call = 0; call < 60; call += 1) await journals();
    expect((await journals()).status).toBe(429);
    const elsewhere = await world.call(
      `https://${world.host}/api/v1/${world.division + 1}/financial/Journals?$select=Code`,
    );
    expect([elsewhere.status, rationsIn(elsewhere).minute.left]).toEqual([200, 59]);
  });

  test('runs so many times faster at a higher speed', async () => {
    await reopen({ speed: 20 });
    beginWindow(world, MINUTE_MS / 20);
    const { minute, day } = rationsIn(await journals());
    const now = world.clock.now();
    expect(minute.resetAt - now).toBeGreaterThan(0);
    expect(minute.resetAt - now).toBeLessThanOrEqual(3000);
    expect(day.resetAt - now).toBeLessThanOrEqual(DAY_MS / 20);
    expect(minute.limit).toBe(60);
  });

  test.each([1, 20])('is five thousand a day, at speed %d', (speed) => {
    const clock = { time: 0, now: () => clock.time };
    const rations = new Rations(clock, speed);
    const [minute, day] = [MINUTE_MS / speed, DAY_MS / speed];
    let taken = 0;
    for (; clock.time < day && rations.take(1); taken += 1) if (taken % 60 === 59) clock.time += minute;
    expect(taken).toBe(5000);
    expect(rations.headers(1)).toMatchObject({ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(day) });
    clock.time = day - 1;
    expect(rations.take(1)).toBe(false);
    clock.time = day;
    expect(rations.take(1)).toBe(true);
  });
});

describe('the quota of errors', () => {
  const fail = () => sendEntry(world, { Journal: '99' });

  test('blocks an endpoint for an hour at the tenth refusal in an hour', async () => {
    for (let error = 0; error < 9; error += 1) expect((await fail()).status).toBe(400);
    expect(world.defects).toEqual([]);
    await book(world);
    expect((await fail()).status).toBe(400);
    expect(world.defects).toEqual([`exact: error quota reached on ${world.division} salesentry/SalesEntries`]);
    expect(refusalIn(await sendEntry(world))).toMatch(/^429 .*blocked/);
    expect((await world.get('salesentry/SalesEntries', { $select: 'EntryID' })).status).toBe(429);
    expect((await journals()).status).toBe(200);
    await world.freshHour();
    await book(world);
  });

  test('forgets what is an hour old', async () => {
    for (let error = 0; error < 9; error += 1) await fail();
    await world.freshHour();
    for (let error = 0; error < 9; error += 1) await fail();
    await book(world);
    expect(world.defects).toEqual([]);
  });

  test('counts 400, 401, 403 and 404, by endpoint and division', async () => {
    const url = `https://${world.host}/api/v1/${world.division}/financial/Journals`;
    world.exact.removeRight('masterData');
    for (let error = 0; error < 3; error += 1) expect((await journals()).status).toBe(403);
    world.exact.grantRight('masterData');
    for (let error = 0; error < 3; error += 1) expect((await world.get('financial/Journals')).status).toBe(400);
    const nobody = "(guid'9d4a3c0e-0000-4000-8000-000000000000')";
    for (let error = 0; error < 3; error += 1) expect((await world.call(`${url}${nobody}`)).status).toBe(404);
    for (let other = 0; other < 3; other += 1) expect((await world.remove('financial/Journals')).status).toBe(405);
    expect((await journals()).status).toBe(200);
    expect((await world.call(url, { headers: { authorization: '' } })).status).toBe(401);
    expect((await journals()).status).toBe(429);
    const elsewhere = `https://${world.host}/api/v1/${world.division + 1}/financial/Journals?$select=Code`;
    expect((await world.call(elsewhere)).status).toBe(200);
  });

  test('runs so many times faster at a higher speed', async () => {
    await reopen({ speed: 60 });
    for (let error = 0; error < 10; error += 1) await fail();
    expect((await fail()).status).toBe(429);
    await world.freshHour();
    expect((await fail()).status).toBe(400);
  });
});

describe('rights and divisions', () => {
  test.each([
    ['manageAccounts', 'crm/Accounts'],
    ['manageAccounts', 'sync/CRM/Accounts'],
    ['manageAccounts', 'crm/Contacts'],
    ['manageAccounts', 'crm/BankAccounts'],
    ['salesEntries', 'salesentry/SalesEntries'],
    ['salesEntries', 'salesentry/SalesEntryLines'],
    ['debtorReports', 'cashflow/Receivables'],
    ['debtorReports', 'bulk/Cashflow/Receivables'],
    ['debtorReports', 'sync/Cashflow/PaymentTerms'],
    ['debtorReports', 'read/financial/ReceivablesList'],
    ['creditorReports', 'read/financial/PayablesList'],
    ['masterData', 'financial/Journals'],
    ['masterData', 'vat/VATCodes'],
    ['masterData', 'financial/GLAccounts'],
    ['masterData', 'cashflow/PaymentConditions'],
    ['masterData', 'financial/FinancialPeriods'],
    ['masterData', 'general/Currencies'],
  ] as const)('without %s, %s is refused; with it, not', async (right, endpoint) => {
    const isSync = endpoint.startsWith('sync/');
    const key = isSync
      ? 'Timestamp'
      : endpoint.startsWith('read/')
        ? 'HID'
        : endpoint === 'salesentry/SalesEntries'
          ? 'EntryID'
          : endpoint === 'general/Currencies'
            ? 'Code'
            : 'ID';
    const ask = () => world.get(endpoint, { $select: key, $filter: `${key} ne null` });
    world.exact.order({ order: 'removeRight', right });
    expect(refusalIn(await ask())).toBe('403 Forbidden: you have no rights for this action.');
    expect((await world.get('system/Divisions', { $select: 'Code' })).status).toBe(200);
    world.exact.order({ order: 'grantRight', right });
    expect((await ask()).status).toBe(200);
  });

  test('a missing right keeps one from writing too', async () => {
    world.exact.removeRight('salesEntries');
    const { size } = world.exact.ledger.entries;
    expect((await sendEntry(world)).status).toBe(403);
    expect(world.exact.ledger.entries.size).toBe(size);
  });

  test('another division is empty; one that is not the user’s is forbidden', async () => {
    const ask = (division: number, endpoint: string, query: Readonly<Record<string, string>>) =>
      world.call(`https://${world.host}/api/v1/${division}/${endpoint}?${new URLSearchParams(query)}`);
    const practice = world.division + 1;
    const entries = { $select: 'EntryID' };
    expect((await ask(practice, 'salesentry/SalesEntries', entries)).json).toEqual({ d: { results: [] } });
    expect((await ask(practice, 'sync/CRM/Accounts', { $select: 'ID', $filter: 'Timestamp gt 0L' })).json).toEqual({
      d: { results: [] },
    });
    expect((await ask(1, 'salesentry/SalesEntries', entries)).status).toBe(403);
    const posted = await world.call(`https://${world.host}/api/v1/${practice}/salesentry/SalesEntries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(entryBody(world)),
    });
    expect(refusalIn(posted)).toBe('400 Invalid reference: Account');
  });
});
