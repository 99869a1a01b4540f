/** Two colleagues, each with a Chromium profile and a log-in of his own, who click the symbol at the same moment. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { openBrowser, openPopup } from '../run/browser.ts';
import { connect, openInvoiceList, resultPanel, sync, syncButton } from '../run/journey.ts';
import { tally } from '../run/tally.ts';
import type { BusinessDocument } from '../sandbox/business/business.ts';
import { Random } from '../sandbox/business/random.ts';
import type { Call } from '../sandbox/core/call-log.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { joined } from './deaths.ts';
import { isQuotaReached } from './ledger-check.ts';
import { type History, historyOf, openIntentsOf, stopWorker } from './profile.ts';
import type { Figures, Part } from './report.ts';

const ROUNDS = 20;
/** With other customers, documents and amounts after so many rounds. */
const ROUNDS_OF_A_BUSINESS = 5;
const DOCUMENTS = 12;
const PATIENCE = 60_000;
/** Whoever met the other one stood back, and ends with the next click. */
const MOST_CLICKS = 2;
/** An hour of Exact's, in which it counts refusals, takes six seconds. */
const SPEED = 600;
/** Answers that come late, so that the two meet elsewhere in each round. */
const DELAYS = 8;
const CALLS_OF_A_ROUND = 40;
const LONGEST_DELAY_MS = 300;

const COLLEAGUES = {
  teamleader: { firstName: 'Lotte', lastName: 'Claes', email: 'lotte.claes@example.com' },
  exact: { firstName: 'Tom', lastName: 'Wouters', email: 'tom.wouters@example.com' },
};

/** One of the two, and the profile that he has set up. */
class Colleague {
  readonly #context: BrowserContext;
  readonly #sandbox: Sandbox;
  readonly #popup: Page;
  readonly list: Page;

  private constructor(context: BrowserContext, sandbox: Sandbox, popup: Page, list: Page) {
    this.#context = context;
    this.#sandbox = sandbox;
    this.#popup = popup;
    this.list = list;
  }

  static async setUp(context: BrowserContext, sandbox: Sandbox): Promise<Colleague> {
    const popup = await openPopup(context);
    await connect(context, popup, sandbox);
    return new Colleague(context, sandbox, popup, await openInvoiceList(context, sandbox));
  }

  anotherTab(): Promise<Page> {
    return openInvoiceList(this.#context, this.#sandbox);
  }

  click(): Promise<void> {
    return sync(this.list, PATIENCE);
  }

  history(): Promise<History> {
    return historyOf(this.#popup);
  }

  openIntents(): Promise<readonly string[]> {
    return openIntentsOf(this.#popup);
  }

  /** As a profile in which nothing was booked yet, and nothing refused in the last hour. */
  async startAnew(): Promise<void> {
    await stopWorker(this.#context, this.#popup);
    await this.#popup.evaluate("chrome.storage.local.remove('refusals/exact')");
    await this.#popup.evaluate("chrome.runtime.sendMessage({ type: 'cache/reset' })");
    await this.list.reload();
    await expect(syncButton(this.list)).toHaveAttribute('aria-disabled', 'false');
  }
}

type Pair = readonly [Colleague, Colleague];

async function withColleagues<T>(seed: number, task: (pair: Pair, sandbox: Sandbox) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ documents: DOCUMENTS, seed, speed: SPEED, tokenSpeed: 1 });
  const profiles = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'boekbrug-colleague-')));
  const contexts: BrowserContext[] = [];
  try {
    for (const profile of profiles) contexts.push(await openBrowser(sandbox, { profile, headless: true }));
    const [first, second] = contexts;
    if (first === undefined || second === undefined) throw new Error('There are not two browsers.');
    const one = await Colleague.setUp(first, sandbox);
    for (const service of ['teamleader', 'exact'] as const) {
      Object.assign(sandbox.business.users[service], { ...COLLEAGUES[service], id: crypto.randomUUID() });
    }
    const other = await Colleague.setUp(second, sandbox);
    return await task([one, other], sandbox);
  } finally {
    for (const context of contexts) await context.close();
    await sandbox.close();
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
  }
}

async function startAnew(pair: Pair, { exact, faults }: Sandbox): Promise<void> {
  faults.clear();
  exact.reopenBooks();
  for (const colleague of pair) await colleague.startAnew();
}

async function round(seed: number, pair: Pair, sandbox: Sandbox): Promise<Part> {
  await startAnew(pair, sandbox);
  const random = new Random(seed);
  for (let delay = 0; delay < DELAYS; delay += 1) {
    const ms = random.whole(1, LONGEST_DELAY_MS);
    const when = random.chance(0.5) ? 'before' : 'after';
    const skip = random.whole(0, CALLS_OF_A_ROUND);
    sandbox.faults.order({ service: 'exact', skip, fault: { kind: 'latency', ms, when } });
  }
  const from = sandbox.defects.length;
  await Promise.all(pair.map((colleague) => colleague.click()));
  for (const colleague of pair) await untilSettled(colleague);
  const failures = sandbox.defects.slice(from).map((defect) => `round ${seed}: ${defect}`);
  const parts = await Promise.all(
    pair.map((colleague, index) => checked(`round ${seed}, browser ${index + 1}`, colleague, sandbox)),
  );
  const [mine, theirs] = parts.map(({ figures }) => figures);
  // Both look at one ledger: what stands there twice is counted once.
  const openIntents = (mine?.openIntents ?? 0) + (theirs?.openIntents ?? 0);
  const errorQuotaReached = sandbox.defects.slice(from).filter(isQuotaReached).length;
  return {
    figures: { ...mine, openIntents, errorQuotaReached, twoBrowserRounds: 1 },
    failures: [...failures, ...parts.flatMap((part) => part.failures)],
  };
}

const isToGoOn = ({ runs: [last], documents }: History): boolean =>
  (last?.problem ?? null) !== null || documents.some(({ outcome }) => outcome.state === 'waiting');

async function untilSettled(colleague: Colleague): Promise<void> {
  for (let clicks = 1; clicks < MOST_CLICKS && isToGoOn(await colleague.history()); clicks += 1)
    await colleague.click();
}

/** What stands in the books, and what this browser tells of it. */
async function checked(name: string, colleague: Colleague, sandbox: Sandbox): Promise<Part> {
  const { documents: told } = await colleague.history();
  const { duplicates, missing, totals } = tally(sandbox, told);
  const marks = [...sandbox.exact.ledger.accounts.values()].flatMap(({ fields }) => fields['Remarks'] ?? []);
  const openIntents = await colleague.openIntents();
  const figures: Partial<Figures> = {
    duplicates: duplicates + marks.length - new Set(marks).size,
    missing,
    centsOff: JSON.stringify(totals.exact) === JSON.stringify(totals.teamleader) ? 0 : 1,
    openIntents: openIntents.length,
  };
  const isRight = Object.values(figures).every((figure) => figure === 0);
  return {
    figures,
    failures: [
      ...(isRight ? [] : [`${name}: ${JSON.stringify({ ...figures, openIntents })}`]),
      ...sandbox.business.documents.flatMap((document) => wrongOf(document, told).map((wrong) => `${name}: ${wrong}`)),
    ],
  };
}

/** Whoever of the two has booked it, the other one tells it as standing in Exact already. */
function wrongOf({ id, number, expected }: BusinessDocument, told: History['documents']): string[] {
  const outcome = told.find((one) => one.id === id)?.outcome;
  const said = outcome?.state === 'blocked' ? { blocked: outcome.cause?.type } : outcome?.state;
  const right = expected === 'booked' ? ['booked', 'adopted'] : expected === 'notInScope' ? [undefined] : [expected];
  const isRight = right.some((one) => JSON.stringify(one) === JSON.stringify(said));
  return isRight ? [] : [`${number} is told as ${JSON.stringify(outcome)}`];
}

/** One colleague, two tabs: the second click joins the run of the first, and both tell its result. */
async function twoTabs([one]: Pair, sandbox: Sandbox): Promise<Part> {
  sandbox.faults.clear();
  sandbox.exact.reopenBooks();
  await one.startAnew();
  const tabs = [one.list, await one.anotherTab()];
  await Promise.all(tabs.map((tab) => sync(tab, PATIENCE)));
  const { runs } = await one.history();
  const results = await Promise.all(tabs.map((tab) => resultPanel(tab).textContent()));
  const part = await checked('two tabs', one, sandbox);
  return {
    figures: part.figures,
    failures: [
      ...part.failures,
      ...(runs.length === 1 ? [] : [`two tabs made ${runs.length} runs`]),
      ...(new Set(results).size === 1 ? [] : [`two tabs tell different results: ${results.join(' / ')}`]),
    ],
  };
}

/** The number is taken: the other one was faster. */
const isRefusedEntry = ({ name, status }: Call): boolean => name === 'POST salesentry/SalesEntries' && status === 400;

export async function twoProfiles({ quick }: { readonly quick: boolean }): Promise<Part> {
  const parts: Part[] = [];
  const rounds = quick ? 1 : ROUNDS;
  let meetings = 0;
  for (let first = 1; first <= rounds; first += ROUNDS_OF_A_BUSINESS) {
    const last = Math.min(first + ROUNDS_OF_A_BUSINESS - 1, rounds);
    await withColleagues(first, async (pair, sandbox) => {
      for (let seed = first; seed <= last; seed += 1) parts.push(await round(seed, pair, sandbox));
      meetings += sandbox.log.calls.filter(isRefusedEntry).length;
      if (last === rounds) parts.push(await twoTabs(pair, sandbox));
    });
  }
  const { figures, failures } = joined(parts);
  const apart = meetings < rounds ? [`in ${rounds} rounds they met only ${meetings} times`] : [];
  return { figures, failures: [...apart, ...failures] };
}
