import { customerKey } from '../accounting/customer.ts';
import type { Account, Customer, CustomerDraft } from '../accounting/facts.ts';
import { PartyIndex } from '../accounting/same-party.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { ImportHead, ImportLogLine, ImportRow } from '../store/import-records.ts';
import { causeOf } from './causes.ts';
import { isInDoubt } from './failed.ts';
import { type BothSides, type ImportContext, lookAtBothSides, lookAtCustomers, planOf } from './import-look.ts';
import { firstSendable, settleSent } from './import-settle.ts';

/** What is to be created, and the account that it is created for. */
interface Task {
  readonly account: Account;
  readonly draft: CustomerDraft;
}

/** A service that twice in a row does not answer is left alone for a while. */
const MOST_LOST_IN_A_ROW = 2;
/** What Teamleader refuses with the same words so often in a row is no fault of the accounts. */
const MOST_SAME_REFUSALS = 5;

/**
 * Teamleader does not refuse a second company, so what others add is looked for between the writes: often at first, when a
 * colleague may have begun at the same moment, then every so many.
 */
const LOOK_EVERY = 25;
const isLookDue = (writes: number): boolean =>
  writes > 0 && (writes < LOOK_EVERY ? Number.isInteger(Math.log2(writes)) : writes % LOOK_EVERY === 0);

/** So long at least, and twice as long at the most, a browser stands back that meets another one's import. */
const STAND_BACK_MS = 90_000;

/**
 * Creates in Teamleader what the plan says, one after another. There is no way to resume: a run that starts after a death
 * looks at both sides, settles what was sent, plans and acts, as every run does.
 * @param onProgress told whenever the head has changed and is stored
 * @returns why it could not go on; null: it is done, or was paused
 */
export async function runImport(context: ImportContext, onProgress: () => void): Promise<Cause | null> {
  const sides = await lookAtBothSides(context, false);
  if (!sides.ok) return sides.error;
  const { database, division, now } = context;
  const rows = await database.imports.rows(division, now());
  const head = await database.imports.head(division);
  const settled = await settleSent(context, sides.value, head, rows);
  if (!settled.ok) return settled.error;
  const run = new ImportRun(context, sides.value, head, rows, onProgress);
  const worked = await run.work();
  const problem = worked.ok ? await run.lookForTwins() : worked.error;
  const until = firstSendable(rows.values());
  return problem ?? (until === null ? null : { type: 'importAnswerLost', until });
}

class ImportRun {
  readonly #context: ImportContext;
  readonly #rows: Map<string, ImportRow>;
  readonly #tasks: readonly Task[];
  readonly #onProgress: () => void;
  /** What stood in Teamleader when the run began, and what it has made itself. */
  readonly #expected: Set<string>;
  /** What others have added meanwhile. */
  readonly #arrived = new PartyIndex<Customer>([]);
  readonly #toMake: PartyIndex<Account>;
  readonly #made = new PartyIndex<Account>([]);
  readonly #lost = new PartyIndex<Account>([]);
  #writes = 0;
  #lostInARow = 0;
  #refusals = { words: '', inARow: 0 };

  constructor(
    context: ImportContext,
    sides: BothSides,
    head: ImportHead,
    rows: Map<string, ImportRow>,
    onProgress: () => void,
  ) {
    this.#context = context;
    this.#rows = rows;
    this.#onProgress = onProgress;
    this.#expected = new Set(sides.customers.map(({ id }) => id));
    const tasks = planOf(sides, head, rows).flatMap(({ account, decision }): Task[] =>
      decision.do === 'create' && isToTry(rows.get(account.id), head) ? [{ account, draft: decision.draft }] : [],
    );
    this.#toMake = new PartyIndex(tasks.map(({ account }) => account));
    // Two browsers that begin at the same moment begin at different places.
    const start = Math.floor(context.random() * tasks.length);
    this.#tasks = [...tasks.slice(start), ...tasks.slice(0, start)];
  }

  async work(): Promise<Result<null, Cause>> {
    await this.#report((head) => ({
      ...head,
      runningSince: this.#context.now(),
      done: 0,
      failed: 0,
      total: this.#tasks.length,
    }));
    for (const task of this.#tasks) {
      if (!(await this.#isWanted())) return ok(null);
      if (isLookDue(this.#writes)) {
        const looked = await this.#look();
        if (!looked.ok) return looked;
      }
      const created = this.#hasArrived(task) ? ok(null) : await this.#create(task);
      if (!created.ok) return created;
      await this.#report((head) => ({ ...head, done: head.done + 1 }));
    }
    return ok(null);
  }

  /** What somebody else has made at the same moment as we is told, and left to the user. */
  async lookForTwins(): Promise<Cause | null> {
    const looked = await this.#look();
    return looked.ok || looked.error.type === 'colleagueImporting' ? null : looked.error;
  }

  async #isWanted(): Promise<boolean> {
    const { database, division } = this.#context;
    return (await database.imports.head(division)).wants === 'run';
  }

  async #report(edit: (head: ImportHead) => ImportHead): Promise<void> {
    await this.#context.database.imports.changeHead(this.#context.division, edit);
    this.#onProgress();
  }

  /** Somebody made it meanwhile, or one of its name: the next plan says what it is. */
  #hasArrived({ account }: Task): boolean {
    return this.#arrived.find(account) !== null || this.#arrived.namesakes(account).length > 0;
  }

  async #look(): Promise<Result<null, Cause>> {
    const looked = await lookAtCustomers(this.#context, false);
    if (!looked.ok) return looked;
    let isMet = false;
    // An import of another division may have read what is new before: among the last changes alone it would be missed.
    for (const customer of looked.value.customers) {
      if (this.#expected.has(customer.id)) continue;
      this.#expected.add(customer.id);
      this.#arrived.add(customer);
      const [lost] = this.#lost.find(customer)?.parties ?? [];
      if (lost !== undefined && this.#rows.get(lost.id)?.state.kind === 'sent') {
        await this.#end(lost, { kind: 'made', customer: customerKey(customer), twin: null }, 'found', customer);
        continue;
      }
      const [made] = this.#made.find(customer)?.parties ?? [];
      if (made !== undefined) await this.#noteTwin(made, customerKey(customer));
      isMet ||= made !== undefined || this.#toMake.find(customer) !== null;
    }
    if (!isMet) return ok(null);
    const { now, random } = this.#context;
    return err({ type: 'colleagueImporting', until: now() + STAND_BACK_MS * (1 + random()) });
  }

  async #noteTwin({ id }: Account, twin: string): Promise<void> {
    const row = this.#rows.get(id);
    if (row?.state.kind === 'made') await this.#put({ ...row, state: { ...row.state, twin } });
  }

  async #create({ account, draft }: Task): Promise<Result<null, Cause>> {
    const { teamleader, now } = this.#context;
    await this.#put({ ...this.#rowOf(account), state: { kind: 'sent', sentAt: now() } });
    this.#writes += 1;
    const added = await teamleader.addCustomer(draft);
    if (added.ok) {
      this.#lostInARow = 0;
      this.#refusals = { words: '', inARow: 0 };
      this.#expected.add(added.value);
      this.#made.add(account);
      const made = { type: draft.type, id: added.value };
      await this.#end(account, { kind: 'made', customer: customerKey(made), twin: null }, 'made', made);
      return ok(null);
    }
    const cause = causeOf(added.error, 'teamleader');
    if (isInDoubt(added.error)) {
      this.#lost.add(account);
      await this.#end(account, { kind: 'sent', sentAt: now() }, 'lost', { type: draft.type, id: null });
      this.#lostInARow += 1;
      return this.#lostInARow < MOST_LOST_IN_A_ROW ? ok(null) : err({ type: 'unreachable', service: 'teamleader' });
    }
    if (added.error.kind !== 'refused') {
      await this.#put({ ...this.#rowOf(account), state: { kind: 'open' } });
      return err(cause);
    }
    this.#lostInARow = 0;
    await this.#end(account, { kind: 'failed', cause }, 'refused', { type: draft.type, id: null });
    await this.#report((head) => ({ ...head, failed: head.failed + 1 }));
    const { text } = added.error;
    this.#refusals = { words: text, inARow: this.#refusals.words === text ? this.#refusals.inARow + 1 : 1 };
    return this.#refusals.inARow < MOST_SAME_REFUSALS ? ok(null) : err(cause);
  }

  #rowOf({ id, code, name }: Account): ImportRow {
    const { division } = this.#context;
    const known = this.#rows.get(id) ?? { division, accountId: id, answer: null, state: { kind: 'open' }, log: [] };
    return { ...known, code: code.trim(), name };
  }

  /** What was answered is done once it stands: should it be removed one day, it is asked anew. */
  async #end(
    account: Account,
    state: ImportRow['state'],
    outcome: ImportLogLine['outcome'],
    { type, id: customerId }: { readonly type: Customer['type']; readonly id: string | null },
  ): Promise<void> {
    const row = this.#rowOf(account);
    const log = [...row.log, { at: this.#context.now(), outcome, type, customerId }];
    await this.#put({ ...row, answer: state.kind === 'made' ? null : row.answer, state, log });
  }

  async #put(row: ImportRow): Promise<void> {
    this.#rows.set(row.accountId, row);
    await this.#context.database.imports.putRow(row);
  }
}

/** What is in doubt waits, and what was refused since the user started it is not tried again by itself. */
function isToTry(row: ImportRow | undefined, { startedAt }: ImportHead): boolean {
  if (row === undefined || row.state.kind === 'open' || row.state.kind === 'made') return true;
  return row.state.kind === 'failed' && (row.log.at(-1)?.at ?? 0) < (startedAt ?? 0);
}
