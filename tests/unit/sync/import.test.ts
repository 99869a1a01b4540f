/** Customers of Exact brought into Teamleader, once: against the stand-ins over real HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CustomerDraft } from '../../../lib/accounting/facts.ts';
import { lookAtCustomers } from '../../../lib/sync/import-look.ts';
import type { Fields } from '../../sandbox/exact/ledger.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import {
  addCalls,
  customersIn,
  ImportBrowser,
  importContext,
  importedIn,
  startImportWorld,
  twiceIn,
} from './import-world.ts';
import { run, type World } from './world.ts';

let world: World | null = null;

async function start(options: SandboxOptions = {}): Promise<World> {
  world = await startImportWorld(options);
  return world;
}

afterEach(async () => {
  const made = world;
  world = null;
  await made?.sandbox.close();
  if (made !== null) expect(twiceIn(made)).toEqual([]);
  expect(made?.sandbox.defects).toEqual([]);
});

const MINUTE = 60_000;
/** Of forty accounts, what the generator makes to be created: see there. */
const TO_CREATE = 34;

const browserOf = (made: World) => new ImportBrowser(importContext(made.context));

describe('an import', () => {
  it('plans without writing, and begins nothing that was not planned', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.start();
    expect(await browser.importer.planned(browser.division)).toBeNull();
    await browser.plan();
    const planned = await browser.importer.planned(browser.division);
    expect(planned?.items.filter(({ decision }) => decision.do === 'create')).toHaveLength(TO_CREATE);
    expect(addCalls(made)).toBe(0);
  });

  it('creates what Teamleader lacks, with what Exact tells, and what is known stays as it is', async () => {
    const made = await start();
    const before = customersIn(made);
    const browser = browserOf(made);
    await browser.plan();
    await browser.start();
    expect(await browser.head()).toMatchObject({
      wants: null,
      done: TO_CREATE,
      total: TO_CREATE,
      failed: 0,
      problem: null,
    });
    expect(importedIn(made)).toHaveLength(TO_CREATE);
    expect(customersIn(made).filter(({ id }) => before.some((one) => one.id === id))).toEqual(before);
    const accounts = [...made.sandbox.exact.ledger.accounts.values()];
    for (const { name, remarks, vatNumber, emails, addresses, type } of importedIn(made)) {
      const fields: Fields = accounts.find(({ id }) => remarks?.includes(id))?.fields ?? {};
      expect({ name, vatNumber, city: addresses[0]?.address.city ?? null }).toEqual({
        name: fields['Name'],
        vatNumber: fields['VATNumber'] ?? null,
        city: fields['City'] ?? null,
      });
      expect(emails[0]?.email).toBe(fields['Email'] ?? undefined);
      expect(type).toBe(/ (BV|B\.V\.)$/.test(name) ? 'company' : 'contact');
    }
  });

  it('has nothing left to create, however often and from whichever browser it is started', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    await Promise.all(Array.from({ length: 10 }, () => browser.importer.start(browser.division)));
    await browser.settled();
    const another = new ImportBrowser(importContext(await made.anotherBrowser()));
    for (const one of [browser, browser, another]) {
      await one.plan();
      await one.start();
    }
    expect(addCalls(made)).toBe(TO_CREATE);
  });

  it('keeps a line of each call, with the ids of both sides', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    await browser.start();
    const rows = [...(await made.context.database.imports.rows(browser.division, 0)).values()];
    expect(rows).toHaveLength(TO_CREATE);
    for (const { accountId, log } of rows) {
      expect(log).toHaveLength(1);
      const customer = importedIn(made).find(({ id }) => id === log[0]?.customerId);
      expect(log[0]).toMatchObject({ outcome: 'made', type: customer?.type });
      expect(customer?.remarks).toContain(accountId);
    }
  });
});

describe('an answer', () => {
  const asked = async (made: World, browser: ImportBrowser) => {
    made.sandbox.exact.ledger.putAccount(null, { Name: 'Jan Zonder Meer', Status: 'C', Blocked: false, Country: 'BE' });
    const customer = customersIn(made).find(({ type }) => type === 'contact');
    made.sandbox.exact.ledger.putAccount(null, { Name: customer?.name ?? '', Status: 'C', Blocked: false });
    await browser.plan();
    const planned = await browser.importer.planned(browser.division);
    const item = planned?.items.find(({ decision }) => decision.do === 'ask');
    return { accountId: item?.account.id ?? '', customer: `contact/${customer?.id}`, name: customer?.name };
  };

  it('makes one of a name that Teamleader has, once', async () => {
    const made = await start();
    const browser = browserOf(made);
    const { accountId, name } = await asked(made, browser);
    await browser.importer.answer(browser.division, accountId, { do: 'create', as: 'contact' });
    await browser.start();
    await browser.plan();
    await browser.start();
    expect(importedIn(made).filter((one) => one.name === name)).toHaveLength(1);
  });

  it.each(['before', 'after'] as const)('makes one when the answer is lost %s it was made', async (when) => {
    const made = await start({ inExactAlone: 0 });
    const browser = browserOf(made);
    const { accountId, name } = await asked(made, browser);
    await browser.importer.answer(browser.division, accountId, { do: 'create', as: 'contact' });
    made.sandbox.faults.order({ service: 'teamleader', call: 'contacts.add', times: 2, fault: { kind: 'cut', when } });
    await browser.start();
    await goOnToTheEnd(made, browser);
    expect(importedIn(made).filter((one) => one.name === name)).toHaveLength(1);
  });

  it('is missed by what is done otherwise', async () => {
    const made = await start();
    const browser = browserOf(made);
    const { accountId } = await asked(made, browser);
    await browser.start();
    expect(await browser.head()).toMatchObject({ wants: null, problem: null, isComplete: false });
    await browser.importer.answer(browser.division, accountId, { do: 'skip' });
    expect(await browser.head()).toMatchObject({ isComplete: true });
  });

  it('that it is one who stands there makes none, and is what later invoices are booked by', async () => {
    const made = await start();
    const browser = browserOf(made);
    const { accountId, customer, name } = await asked(made, browser);
    await browser.importer.answer(browser.division, accountId, { do: 'link', customer });
    await browser.start();
    expect(importedIn(made).filter((one) => one.name === name)).toHaveLength(0);
    expect((await made.context.database.imports.links(browser.division)).get(customer)).toBe(accountId);
  });
});

describe('booking', () => {
  it('of who was imported by a name alone is on the account that he was made of', async () => {
    const made = await start();
    const { sandbox, context } = made;
    const browser = browserOf(made);
    await browser.plan();
    await browser.start();
    const customer = importedIn(made).find(({ addresses, emails }) => addresses.length + emails.length === 0);
    const like = sandbox.business.documents.find(({ kind, expected }) => kind === 'invoice' && expected === 'booked');
    if (customer === undefined || !like?.date) throw new Error('nobody was imported by a name alone');
    const id = crypto.randomUUID();
    const number = `${like.date.slice(0, 4)} / 9001`;
    sandbox.teamleader.ledger.addDocument({ ...like, id, legacyId: 9001, number, customerId: customer.id });
    await run({ ...context, connection: { ...context.connection, startDate: like.date } });
    const entry = [...sandbox.exact.ledger.entries.values()].find(({ link }) => link?.includes(id));
    expect(customer.remarks).toContain(entry?.customer);
    expect(
      [...sandbox.exact.ledger.accounts.values()].filter(({ fields }) => fields['Name'] === customer.name),
    ).toHaveLength(1);
  });
});

describe('what is wanted', () => {
  it('while both sides are read begins nothing: the plan was not shown yet', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    await browser.importer.plan(browser.division);
    await browser.importer.start(browser.division);
    await browser.settled();
    expect(await browser.head()).toMatchObject({ wants: null, startedAt: null, isComplete: false });
    expect(addCalls(made)).toBe(0);
  });

  it('waits for a service that does not answer, and goes on by itself', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    for (const call of ['companies.add', 'contacts.add'])
      made.sandbox.faults.order({ service: 'teamleader', call, times: 2, fault: { kind: 'cut', when: 'after' } });
    await browser.start();
    expect(await browser.head()).toMatchObject({ wants: 'run', problem: { type: 'unreachable' } });
    expect(browser.alarm).toBeGreaterThan(made.sandbox.clock.now());
    await goOnToTheEnd(made, browser);
    expect(importedIn(made)).toHaveLength(TO_CREATE);
  });

  it('and what was made is not forgotten by a reset of the cache', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    await browser.start();
    await made.context.database.reset();
    await browser.plan();
    await browser.start();
    expect(addCalls(made)).toBe(TO_CREATE);
    expect(await made.context.database.imports.links(browser.division)).toHaveProperty('size', TO_CREATE);
  });
});

/** What waits goes on by its alarms. */
async function goOnToTheEnd({ sandbox }: World, browser: ImportBrowser): Promise<void> {
  for (let wakes = 0; (await browser.head()).wants !== null; wakes += 1) {
    expect(wakes).toBeLessThan(20);
    sandbox.clock.advance(7 * MINUTE);
    await browser.wake();
  }
}

describe('trouble', () => {
  it.each(['before', 'after'] as const)(
    'an answer lost %s Teamleader has done it is looked for, and made once',
    async (when) => {
      const made = await start();
      const browser = browserOf(made);
      await browser.plan();
      made.sandbox.faults.order({
        service: 'teamleader',
        call: 'companies.add',
        skip: 3,
        fault: { kind: 'cut', when },
      });
      made.sandbox.faults.order({ service: 'teamleader', call: 'contacts.add', fault: { kind: 'cut', when } });
      await browser.start();
      await goOnToTheEnd(made, browser);
      expect(importedIn(made)).toHaveLength(TO_CREATE);
      expect(addCalls(made)).toBe(when === 'before' ? TO_CREATE + 2 : TO_CREATE);
    },
  );

  it('what was under way when the worker died is not sent again while Teamleader may still be at work on it', async () => {
    const made = await start();
    const context = importContext(made.context);
    await new ImportBrowser(context).plan();
    const drafts: CustomerDraft[] = [];
    const dying = new Promise<void>((die) => {
      const addCustomer = (draft: CustomerDraft) => {
        drafts.push(draft);
        die();
        return new Promise<never>(() => undefined);
      };
      const dead = new ImportBrowser({ ...context, teamleader: { ...context.teamleader, addCustomer } });
      void dead.importer.start(dead.division);
    });
    await dying;
    const browser = new ImportBrowser(importContext(made.reopened()));
    await browser.wake();
    expect(importedIn(made)).toHaveLength(TO_CREATE - 1);
    // Now only it is done.
    const [late] = drafts;
    if (late !== undefined) await context.teamleader.addCustomer(late);
    await goOnToTheEnd(made, browser);
    expect(addCalls(made)).toBe(TO_CREATE);
  });

  it('one that Teamleader refuses stops no other, and is tried again when the user starts it anew', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    const body = '{"errors":[{"title":"website is not valid","status":400}]}';
    made.sandbox.faults.order({
      service: 'teamleader',
      call: 'companies.add',
      skip: 2,
      fault: { kind: 'status', status: 400, when: 'before', body },
    });
    await browser.start();
    expect(await browser.head()).toMatchObject({ done: TO_CREATE, failed: 1 });
    expect(importedIn(made)).toHaveLength(TO_CREATE - 1);
    await browser.start();
    expect(importedIn(made)).toHaveLength(TO_CREATE);
  });

  it('what is refused with the same words again and again stops it, and says why', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    const body = '{"errors":[{"title":"Your plan has no room left","status":400}]}';
    for (const call of ['companies.add', 'contacts.add'])
      made.sandbox.faults.order({
        service: 'teamleader',
        call,
        times: 99,
        fault: { kind: 'status', status: 400, when: 'before', body },
      });
    await browser.start();
    expect(await browser.head()).toMatchObject({ wants: null, failed: 5, problem: { type: 'refused' } });
    expect(addCalls(made)).toBe(5);
  });

  it('a row that is not understood hides nobody', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    await browser.start();
    const imported = importedIn(made).find(({ vatNumber }) => vatNumber !== null);
    made.sandbox.teamleader.ledger.updateCustomer(imported?.id ?? '', {
      telephones: JSON.parse('[{"type":"phone"}]'),
    });
    const another = new ImportBrowser(importContext(await made.anotherBrowser()));
    await another.plan();
    await another.start();
    expect(addCalls(made)).toBe(TO_CREATE);
  });
});

describe('a pause', () => {
  it('ends after what is being written, and starting goes on', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    const held = made.sandbox.faults.hold(9, 50);
    const starting = browser.start();
    await held;
    await browser.importer.pause(browser.division);
    expect(browser.importer.isCreating(browser.division)).toBe(true);
    await starting;
    expect(browser.importer.isCreating(browser.division)).toBe(false);
    const paused = importedIn(made).length;
    expect(paused).toBeGreaterThan(0);
    expect(paused).toBeLessThan(TO_CREATE);
    await browser.wake();
    expect(importedIn(made)).toHaveLength(paused);
    await browser.start();
    expect(importedIn(made)).toHaveLength(TO_CREATE);
    expect(addCalls(made)).toBe(TO_CREATE);
  });

  it('what was removed in Teamleader since is asked for, and not made again', async () => {
    const made = await start();
    const browser = browserOf(made);
    await browser.plan();
    await browser.start();
    const [removed] = importedIn(made);
    made.sandbox.teamleader.ledger.removeCustomer(removed?.id ?? '');
    made.sandbox.clock.advance(5 * MINUTE);
    await browser.plan();
    await browser.start();
    expect(addCalls(made)).toBe(TO_CREATE);
    const planned = await browser.importer.planned(browser.division);
    expect(planned?.items.filter(({ decision }) => decision.do === 'ask' && decision.why === 'gone')).toHaveLength(1);
  });
});

describe('two browsers that import at the same moment', () => {
  it('meet, and one after the other goes on: nothing is made twice', async () => {
    const made = await start();
    const mine = new ImportBrowser(importContext(made.context, 0.2));
    const theirs = new ImportBrowser(importContext(await made.anotherBrowser(), 0.7));
    await Promise.all([mine.plan(), theirs.plan()]);
    await Promise.all([mine.start(), theirs.start()]);
    for (let wakes = 0; wakes < 8; wakes += 1) {
      made.sandbox.clock.advance(4 * MINUTE);
      await mine.wake();
      await theirs.wake();
    }
    expect((await mine.head()).wants).toBeNull();
    expect((await theirs.head()).wants).toBeNull();
    expect(importedIn(made)).toHaveLength(TO_CREATE);
  });
});

describe('an import that shares its browser with one of another division', () => {
  it('meets what a colleague has made though the other import has read it first', async () => {
    const made = await start();
    const context = importContext(made.context);
    const { teamleader } = context;
    let added = 0;
    const addCustomer: typeof teamleader.addCustomer = async (draft) => {
      const one = await teamleader.addCustomer(draft);
      added += 1;
      if (added !== 1) return one;
      // A colleague makes all that is left, and long after the other import looks.
      const theirs = new ImportBrowser(importContext(await made.anotherBrowser()));
      await theirs.plan();
      await theirs.start();
      made.sandbox.clock.advance(2 * MINUTE);
      const [last] = customersIn(made);
      if (last !== undefined) made.sandbox.teamleader.ledger.updateCustomer(last.id, { remarks: 'Seen' });
      expect((await lookAtCustomers(context, false)).ok).toBe(true);
      return one;
    };
    const mine = new ImportBrowser({ ...context, teamleader: { ...teamleader, addCustomer } });
    await mine.plan();
    await mine.start();
    expect(importedIn(made)).toHaveLength(TO_CREATE);
    expect(added).toBe(1);
  });
});
