/** The PDFs of booked documents, each once with its entry: against the stand-ins over real HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { nextWake } from '../../../lib/sync/wake.ts';
import { run, startWorld, tallyOf, type World } from './world.ts';

let world: World | null = null;

/** A browser set up to attach PDFs. */
async function start(): Promise<World> {
  const made = await startWorld({ documents: 12 });
  world = { ...made, context: attaching(made.context) };
  return world;
}

const attaching = (context: SyncContext): SyncContext => ({
  ...context,
  connection: { ...context.connection, attachPdf: true },
});

afterEach(async () => {
  await world?.sandbox.close();
  expect(world?.sandbox.defects).toEqual([]);
  world = null;
});

const MINUTE = 60_000;

/** Each entry that we wrote has one document with one file in it, and no other entry has any. */
function expectOneEach({ sandbox }: World): void {
  const { entries, documents, attachments } = sandbox.exact.ledger;
  const ours = [...entries.values()].filter(({ link }) => link !== null);
  expect(ours.length).toBeGreaterThan(5);
  const named = [...documents.values()].map(({ fields }) => fields['FinancialTransactionEntryID']);
  expect(named.toSorted()).toEqual(ours.map(({ id }) => id).toSorted());
  const filled = [...attachments.values()].map(({ fields }) => fields['Document']);
  expect(filled.toSorted()).toEqual([...documents.keys()].toSorted());
  for (const { fields } of attachments.values()) {
    expect(Buffer.from(String(fields['Attachment']), 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(fields['FileName']).toMatch(/^\d{4}-\d+\.pdf$/);
  }
}

const pdfsWaiting = async ({ database, connection }: SyncContext): Promise<number> =>
  (await database.intents(connection.id)).filter(({ type }) => type === 'pdf').length;

describe('the PDF of a booked document', () => {
  it('is stored with its entry, once', async () => {
    const made = await start();
    const { problem } = await run(made.context);
    expect(problem).toBeNull();
    expectOneEach(made);
    const calls = made.sandbox.log.calls.length;
    await run(made.context);
    expectOneEach(made);
    expect(made.sandbox.log.counts('exact', calls)['POST documents/Documents']).toBeUndefined();
    expect(await pdfsWaiting(made.context)).toBe(0);
    const types = made.sandbox.log.counts('exact')['GET documents/DocumentTypes'];
    expect(types).toBe(1);
  });

  it('is not stored where that is not wanted, nor for what was booked before', async () => {
    const made = await start();
    await run({ ...made.context, connection: { ...made.context.connection, attachPdf: false } });
    await run(made.context);
    expect(made.sandbox.exact.ledger.documents.size).toBe(0);
  });

  it.each([
    ['POST documents/Documents', 'before'],
    ['POST documents/Documents', 'after'],
    ['POST documents/DocumentAttachments', 'before'],
    ['POST documents/DocumentAttachments', 'after'],
  ] as const)('is stored once though the answer to %s is lost %s it is done', async (call, when) => {
    const made = await start();
    made.sandbox.faults.order({ service: 'exact', call, skip: 2, fault: { kind: 'cut', when } });
    const halted = await run(made.context);
    expect(halted.problem).toEqual({ type: 'unreachable', service: 'exact' });
    expect(halted.counts.waiting).toBe(0);
    expect(await pdfsWaiting(made.context)).toBeGreaterThan(0);
    // Nobody needs to ask for the rest.
    const { connection, database } = made.context;
    const ended = halted.endedAt ?? 0;
    expect(await nextWake(database, connection, [halted], ended)).toMatchObject({ trigger: 'resume' });
    await run(made.context);
    made.sandbox.clock.advance(7 * MINUTE);
    await run(made.context);
    expectOneEach(made);
    expect(await pdfsWaiting(made.context)).toBe(0);
  });

  it.each(['createDocument', 'addAttachment'] as const)(
    'is stored once though the worker dies after %s',
    async (call) => {
      const made = await start();
      const { exact } = made.context;
      let calls = 0;
      const dying: SyncContext = {
        ...made.context,
        exact: {
          ...exact,
          createDocument: async (document) => {
            const answer = await exact.createDocument(document);
            if (call === 'createDocument') throw new Error('dead');
            return answer;
          },
          addAttachment: async (id, file) => {
            const answer = await exact.addAttachment(id, file);
            calls += 1;
            if (calls === 2) throw new Error('dead');
            return answer;
          },
        },
      };
      await expect(run(dying)).rejects.toThrow('dead');
      made.sandbox.clock.advance(7 * MINUTE);
      await run(made.context);
      expectOneEach(made);
    },
  );

  it('that cannot be fetched waits an hour; the entries stand all the same', async () => {
    const made = await start();
    const offline: SyncContext = { ...made.context, fetchFile: async () => ({ ok: false, error: 'unavailable' }) };
    const tried = await run(offline);
    expect(tried.problem).toBeNull();
    expect(tried.counts.blocked + tried.counts.waiting).toBe(0);
    expect(made.sandbox.exact.ledger.documents.size).toBe(0);
    const { connection, database } = made.context;
    const next = await nextWake(database, connection, [tried], tried.endedAt ?? 0);
    expect(next?.trigger).toBe('resume');
    expect(((next?.at ?? 0) - tried.startedAt) / MINUTE).toBeCloseTo(60, 0);
    const offers = made.sandbox.log.counts('teamleader')['invoices.download'];
    expect(offers).toBe(2);
    made.sandbox.clock.advance(61 * MINUTE);
    await run(made.context);
    expectOneEach(made);
    const { duplicates, missing } = await tallyOf(made, made.context);
    expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  });

  it('that cannot be had keeps no other from being stored, though there are two', async () => {
    const made = await start();
    const unread = new Set<string>();
    let asked = '';
    const { teamleader, fetchFile } = made.context;
    const context: SyncContext = {
      ...made.context,
      teamleader: {
        ...teamleader,
        download: (kind, id) => {
          asked = id;
          if (unread.size < 2) unread.add(id);
          return teamleader.download(kind, id);
        },
      },
      fetchFile: async (url) => (unread.has(asked) ? { ok: false, error: 'tooLarge' } : fetchFile(url)),
    };
    await run(context);
    expect(await pdfsWaiting(context)).toBeGreaterThan(2);
    await run(context, [], 'resume');
    expect(await pdfsWaiting(context)).toBe(2);
  });

  it('that is not wanted any more is not begun', async () => {
    const made = await start();
    await run({ ...made.context, fetchFile: async () => ({ ok: false, error: 'unavailable' }) });
    made.sandbox.clock.advance(61 * MINUTE);
    await run({ ...made.context, connection: { ...made.context.connection, attachPdf: false } });
    expect(made.sandbox.exact.ledger.documents.size).toBe(0);
    await run(made.context);
    expectOneEach(made);
  });

  it('that waits for a log-in asks for it', async () => {
    const made = await start();
    const fault = { kind: 'status', status: 401, when: 'before' } as const;
    // With a new token too.
    made.sandbox.faults.order({ service: 'exact', call: 'POST documents/Documents', times: 2, fault });
    const { problem } = await run(made.context);
    expect(problem).toEqual({ type: 'loginNeeded', service: 'exact' });
    const { connection, database } = made.context;
    await run({ ...(await made.anotherBrowser()), connection, database });
    expectOneEach(made);
  });

  it('that Exact refuses is left alone for a day', async () => {
    const made = await start();
    made.sandbox.faults.order({
      service: 'exact',
      call: 'POST documents/Documents',
      fault: { kind: 'status', status: 400, when: 'before', body: '{"error":{"message":{"value":"Invalid: Type"}}}' },
    });
    await run(made.context);
    const waiting = await pdfsWaiting(made.context);
    expect(waiting).toBe(1);
    await run(made.context);
    expect(await pdfsWaiting(made.context)).toBe(1);
    made.sandbox.clock.advance(25 * 60 * MINUTE);
    await run(made.context);
    expectOneEach(made);
  });
});
