import { describe, expect, test } from 'vitest';
import { API, readAnswer, rowsOf, type World, worldForTest } from './teamleader-world.ts';

/** What the service swallows in silence is answered all the same, and noted. */
describe('what is unknown is ignored and noted:', () => {
  test.each<[string, string, object, string]>([
    ['a filter', 'invoices.list', { filter: { paid: true } }, "unknown filter 'paid'"],
    [
      'a filter in a filter',
      'invoices.list',
      { filter: { customer: customer({ x: 1 }) } },
      "unknown filter 'customer.x'",
    ],
    ['a filter of credit notes', 'creditNotes.list', { filter: { status: ['booked'] } }, "unknown filter 'status'"],
    ['a name filter', 'companies.list', { filter: { name: 'Maes' } }, "unknown filter 'name'"],
    ['a sort field', 'invoices.list', { sort: [{ field: 'updated_at' }] }, "unknown sort field 'updated_at'"],
    ['a sort where none is', 'creditNotes.list', { sort: [{ field: 'number' }] }, "unknown field 'sort'"],
    ['an include', 'invoices.list', { includes: 'late_fees,lines' }, "unknown include 'lines'"],
    ['the singular include', 'invoices.list', { include: 'late_fees' }, "unknown field 'include'"],
    ['a field', 'users.me', { verbose: true }, "unknown field 'verbose'"],
    ['a field of the page', 'taxRates.list', { page: { limit: 5 } }, "unknown field 'page.limit'"],
  ])('%s', async (_, method, body, defect) => {
    const world = await worldForTest();
    const answer = await world.call(method, body);
    expect(answer.status).toBe(200);
    expect(world.defects).toEqual([`teamleader ${method}: ${defect}`]);
  });

  test('and a mistyped filter brings everything', async () => {
    const world = await worldForTest({ documents: 30 });
    const everything = await world.call('invoices.list');
    const mistyped = await world.call('invoices.list', { filter: { statuses: ['draft'] } });
    expect(mistyped.data).toEqual(everything.data);
    const sorted = await world.call('invoices.list', { sort: [{ field: 'number' }] });
    expect(sorted.data).toEqual(everything.data);
  });

  test('and a wrong value beside it is refused all the same', async () => {
    const world = await worldForTest();
    const answer = await world.call('invoices.list', { filter: { paid: true, status: ['paid'] } });
    expect(answer.status).toBe(400);
    expect(world.defects).toHaveLength(1);
  });
});

function customer(extra: object) {
  return { type: 'company', id: '00000000-0000-4000-8000-000000000000', ...extra };
}

describe('the way of a call', () => {
  const send = ({ fetch, token }: World, init: { method: string; headers?: Record<string, string>; body?: string }) =>
    fetch(`${API}/users.me`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });

  test('a version that is missing or old is noted; the answer tells the one in use', async () => {
    const world = await worldForTest();
    const answer = await send(world, { method: 'POST' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-api-version')).toBe('2023-09-26');
    await send(world, { method: 'POST', headers: { 'x-api-version': '2019-01-24' } });
    expect(world.defects).toEqual([
      'teamleader users.me: X-Api-Version is missing, not 2023-09-26',
      'teamleader users.me: X-Api-Version is 2019-01-24, not 2023-09-26',
    ]);
  });

  test('GET is answered and noted', async () => {
    const world = await worldForTest();
    const answer = await send(world, { method: 'GET', headers: { 'x-api-version': '2023-09-26' } });
    expect(answer.status).toBe(200);
    expect(world.defects).toEqual(['teamleader users.me: called with GET, not POST']);
  });

  test('a body that is no JSON is refused', async () => {
    const world = await worldForTest();
    const answer = await send(world, { method: 'POST', headers: { 'x-api-version': '2023-09-26' }, body: '{' });
    expect(answer.status).toBe(400);
    expect((await readAnswer(answer)).errors?.[0]?.title).toBe('The body is not valid JSON');
  });

  test('a preflight is refused, and is no call', async () => {
    const world = await worldForTest();
    const answer = await world.fetch(`${API}/users.me`, { method: 'OPTIONS' });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(world.log.counts('teamleader')).toEqual({});
  });
});

describe('the ration', () => {
  const remaining = (answer: { headers: Headers }) => Number(answer.headers.get('x-ratelimit-remaining'));

  async function spendRation(world: World): Promise<void> {
    for (let left = 200; left > 0; left -= 1) expect(remaining(await world.call('users.me'))).toBe(left - 1);
  }

  test.each([
    ['offset-with-colon', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/],
    ['offset-without-colon', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0100$/],
  ] as const)(
    'is told with each answer; over it is 429 until the moment told (%s)',
    async (rateLimitResetForm, form) => {
      const world = await worldForTest({ switches: { rateLimitResetForm } });
      const start = world.clock.now();
      await spendRation(world);
      const refused = await world.call('users.me');
      expect(refused.status).toBe(429);
      expect(refused.errors).toMatchObject([{ title: 'Too Many Requests' }]);
      expect(refused.headers.get('x-ratelimit-limit')).toBe('200');

      const reset = refused.headers.get('x-ratelimit-reset') ?? '';
      expect(reset).toMatch(form);
      expect(Date.parse(reset)).toBeGreaterThanOrEqual(start + 60_000);
      expect(Date.parse(reset)).toBeLessThan(world.clock.now() + 61_000);
      world.clock.advance(Date.parse(reset) - world.clock.now());
      expect((await world.call('users.me')).status).toBe(200);
    },
  );

  test('runs out faster with the speed, and slides', async () => {
    const world = await worldForTest({ speed: 20 });
    await world.call('users.me');
    world.clock.advance(2_000);
    expect(remaining(await world.call('users.me'))).toBe(198);
    world.clock.advance(1_000);
    expect(remaining(await world.call('users.me'))).toBe(198);
  });

  test('is not touched by calls without a token', async () => {
    const world = await worldForTest();
    await world.fetch(`${API}/users.me`, { method: 'POST' });
    expect(remaining(await world.call('users.me'))).toBe(199);
  });
});

test('calls are counted by their name', async () => {
  const world = await worldForTest({ documents: 20 });
  expect(rowsOf(await world.call('invoices.list')).length).toBeGreaterThan(0);
  await world.call('invoices.list');
  await world.call('users.me');
  expect(world.log.counts('teamleader')).toEqual({ 'invoices.list': 2, 'users.me': 1 });
});
