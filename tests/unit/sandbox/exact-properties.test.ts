/** What may be named in a body, by the reference's table of each endpoint. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../sandbox/exact/api/endpoint.ts';
import { ENDPOINTS } from '../../sandbox/exact/api/endpoints.ts';
import { type EdmType, typeFor, type Use } from '../../sandbox/exact/properties/property.ts';
import { type Answer, type ExactWorld, entryBody, lineBody, openWorld, refusalIn, rowsIn } from './exact-world.ts';

let world: ExactWorld;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const ERRORS_LET_THROUGH = 9;
const NOBODY = '9d4a3c0e-0000-4000-8000-000000000000';

/** Runs through them without ever reaching the quota of errors. */
async function forEachRefused<T>(all: readonly T[], send: (one: T) => Promise<void>): Promise<void> {
  for (const [index, one] of all.entries()) {
    if (index % ERRORS_LET_THROUGH === 0) await world.freshHour();
    await send(one);
  }
}

const writing = (use: Use) => [...ENDPOINTS].filter(([, endpoint]) => (use === 'P' ? endpoint.post : endpoint.put));
const without = ({ properties }: Endpoint, use: Use): string[] =>
  Object.keys(properties).filter((name) => typeFor(properties, name, use) === null);

/** A value of the type, and some that are not. */
const EXAMPLES: Readonly<
  Record<Exclude<EdmType, 'Complex' | 'Int64'>, readonly [right: unknown, ...wrong: unknown[]]>
> = {
  Guid: [NOBODY, 'abc', `{${NOBODY}}`, 12, true],
  String: ['x', 12, true, {}, []],
  Boolean: [true, 'true', 1],
  Double: [1.5, '1.5', '1', true],
  Byte: [1, -1, 256, 1.5, '1'],
  Int16: [1, 40_000, 1.5, '1'],
  Int32: [1, 3_000_000_000, 1.5, '1', true],
  DateTime: ['2026-06-17', '17-06-2026', '2026-02-30', '/Date(1700000000000)/', '2026-06-17 10:00', 1_700_000_000_000],
  Binary: ['aGFsbG8=', 'no base64!', 12],
  Collection: [[], {}, 'x', null],
};

const exampleFor = (type: EdmType | undefined): unknown =>
  type === undefined || type === 'Complex' || type === 'Int64' ? 'x' : EXAMPLES[type][0];

async function expectRefusal(answer: Promise<Answer>, words: string): Promise<void> {
  const refusal = refusalIn(await answer);
  expect(refusal).toContain('400 ');
  expect(refusal).toContain(words);
}

describe.each(writing('P'))('POST %s', (name, endpoint) => {
  test('refuses each property that may not be posted', async () => {
    await forEachRefused(without(endpoint, 'P'), (property) =>
      expectRefusal(
        world.post(name, { [property]: exampleFor(endpoint.properties[property]?.[0]) }),
        `The property '${property}' is read-only.`,
      ),
    );
  });

  test('refuses a property that there is not', async () => {
    const known = Object.keys(endpoint.properties);
    const misspelt = ['Nmae', 'constructor', '__metadata', ...known.slice(0, 5).map((one) => one.toLowerCase())];
    await forEachRefused(
      misspelt.filter((one) => !known.includes(one)),
      (property) =>
        expectRefusal(world.post(name, { [property]: 'x' }), `The property name '${property}' specified is not valid.`),
    );
  });

  test('refuses each value that is not of its type', async () => {
    const wrong = Object.entries(endpoint.properties).flatMap(([property, [type]]) => {
      if (typeFor(endpoint.properties, property, 'P') === null || type === 'Complex' || type === 'Int64') return [];
      const [, ...values] = EXAMPLES[type];
      return values.map((value) => ({ property, value }));
    });
    expect(wrong.length).toBeGreaterThan(5);
    await forEachRefused(wrong, ({ property, value }) =>
      expectRefusal(world.post(name, { [property]: value }), `'${property}' is not`),
    );
  });
});

describe.each(writing('U'))('PUT %s', (name, endpoint) => {
  test('refuses each property that may not be changed', async () => {
    await forEachRefused(without(endpoint, 'U'), (property) =>
      expectRefusal(
        world.put(`${name}(guid'${NOBODY}')`, { [property]: exampleFor(endpoint.properties[property]?.[0]) }),
        `The property '${property}' is read-only.`,
      ),
    );
  });

  test('refuses what is not there', async () => {
    await world.freshHour();
    expect(refusalIn(await world.put(`${name}(guid'${NOBODY}')`, {}))).toBe('404 Resource not found.');
  });
});

test('the tables tell as many as the reference does', () => {
  const counts = writing('P').map(([name, endpoint]) => [name, without(endpoint, 'P').length]);
  expect(Object.fromEntries(counts)).toEqual({
    'crm/Accounts': 44,
    'crm/Contacts': 29,
    'crm/BankAccounts': 16,
    'salesentry/SalesEntries': 20,
    'documents/Documents': 17,
    'documents/DocumentAttachments': 2,
  });
});

test('lines are held to their own table', async () => {
  const lines = ENDPOINTS.get('salesentry/SalesEntryLines');
  if (lines === undefined) throw new Error('There are no lines.');
  await forEachRefused(without(lines, 'P'), (property) =>
    expectRefusal(
      world.post(
        'salesentry/SalesEntries',
        entryBody(world, {
          SalesEntryLines: [
            lineBody(world),
            lineBody(world, { [property]: exampleFor(lines.properties[property]?.[0]) }),
          ],
        }),
      ),
      `The property '${property}' is read-only.`,
    ),
  );
  await world.freshHour();
  for (const line of [{ Nmae: 'x' }, { ...lineBody(world), AmountFC: '100' }, 'x', null, []]) {
    const body = entryBody(world, { SalesEntryLines: [line] });
    expect((await world.post('salesentry/SalesEntries', body)).status).toBe(400);
  }
});

test('a body that is no object in JSON is refused', async () => {
  await world.freshHour();
  const url = `https://${world.host}/api/v1/${world.division}/crm/Accounts`;
  const send = (body: string, type = 'application/json') =>
    world.call(url, { method: 'POST', headers: { 'content-type': type }, body });
  for (const body of ['', '{', '[]', 'null', '"x"', 'Name=x']) expect((await send(body)).status).toBe(400);
  expect((await send('{"Name":"x"}', 'text/plain')).status).toBe(415);
  expect(
    (
      await world.call(`${url}?$select=ID`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"Name":"x"}',
      })
    ).status,
  ).toBe(400);
});

test.each([
  ['PUT', 'crm/Accounts'],
  ['POST', `crm/Accounts(guid'${NOBODY}')`],
  ['DELETE', `crm/Accounts(guid'${NOBODY}')`],
  ['PATCH', `crm/Accounts(guid'${NOBODY}')`],
  ['POST', 'financial/Journals'],
  ['POST', 'salesentry/SalesEntryLines'],
  ['DELETE', 'salesentry/SalesEntries'],
  ['POST', 'sync/CRM/Accounts'],
])('%s %s is not allowed', async (method, endpoint) => {
  await world.freshHour();
  const url = `https://${world.host}/api/v1/${world.division}/${endpoint}`;
  const headers = { 'content-type': 'application/json' };
  expect((await world.call(url, { method, headers, body: '{}' })).status).toBe(405);
});

/** Nothing that the tables know is beyond reading. */
test.each([...ENDPOINTS])('all of %s that can be told can be selected', async (name, endpoint) => {
  await world.freshHour();
  const names = Object.keys(endpoint.properties).filter(
    (property) => typeFor(endpoint.properties, property, 'G') !== null,
  );
  const $filter = `${endpoint.key} ne null`;
  const [row] = rowsIn(await world.get(name, { $select: names.join(), $filter }));
  if (row !== undefined) expect(Object.keys(row)).toEqual(['__metadata', ...names]);
  expect((await world.get(name, { $filter, $select: 'Nothing' })).status).toBe(400);
});
