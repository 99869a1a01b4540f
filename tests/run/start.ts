/** `npm start`: the whole story, from the first log-in to a second click that books nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext } from '@playwright/test';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { openBrowser, openPopup } from './browser.ts';
import { connect, openInvoiceList, sync } from './journey.ts';
import { outcomesOf } from './outcomes.ts';
import { type Tally, tally } from './tally.ts';

const { values } = parseArgs({
  options: {
    manual: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
    documents: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    country: { type: 'string', default: 'BE' },
    layout: { type: 'string', default: 'classic' },
    speed: { type: 'string', default: '20' },
    report: { type: 'string' },
  },
});

/** Ten minutes at the fast pace, and as much longer as the rations are slower. */
const patience = (speed: number, documents: number): number => 60_000 + (documents * 3_000 * 20) / speed;

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const isHeadless = values.headless || !hasDisplay;
const speed = Number(values.speed);
const documents = Number(values.documents);
const profile = mkdtempSync(join(tmpdir(), 'boekbrug-profile-'));

console.log(
  `Starting the sandbox: ${documents} documents, seed ${values.seed}; rations run at ${speed} times the real pace.`,
);
const sandbox = await startSandbox({
  documents,
  seed: Number(values.seed),
  country: values.country === 'NL' ? 'NL' : 'BE',
  speed,
  switches: {
    layout: (['classic', 'grid', 'grid-sections'] as const).find((one) => one === values.layout) ?? 'classic',
  },
});
const context = await openBrowser(sandbox, { profile, headless: isHeadless });
try {
  if (values.manual) explainManual(sandbox);
  else await tellStory(sandbox, context);
  if (!isHeadless) {
    console.log('The browser stays open to be explored; close its window to end.');
    await new Promise<void>((resolve) => context.once('close', () => resolve()));
  }
} finally {
  await context.close();
  await sandbox.close();
  rmSync(profile, { recursive: true, force: true });
}

function explainManual({ business, teamleader }: Sandbox): void {
  const { users } = business;
  console.log(`Log-in and set-up are yours. Open Boekbrug from the toolbar.
Teamleader    client id ${TEAMLEADER_APP.clientId}, no secret needed; log in as ${users.teamleader.email} / ${users.teamleader.password}
Exact Online  ${business.country}, client id ${EXACT_APP.clientId}, secret ${EXACT_APP.clientSecret}; log in as ${users.exact.email} / ${users.exact.password}
Then open     https://focus.teamleader.eu${teamleader.invoiceListPath()}`);
}

async function tellStory(told: Sandbox, browser: BrowserContext): Promise<void> {
  const started = performance.now();
  const popup = await openPopup(browser);
  await popup.getByRole('button', { name: 'Log in to Teamleader' }).waitFor();
  await connect(browser, popup, told);
  const page = await openInvoiceList(browser, told);
  await sync(page, patience(speed, documents));
  const calls = { teamleader: told.log.counts('teamleader'), exact: told.log.counts('exact') };
  const result = tally(told, await outcomesOf(browser));

  const before = { calls: told.log.calls.length, entries: told.exact.ledger.entries.size };
  await page.reload();
  await sync(page, patience(speed, documents));
  const second = {
    booked: told.exact.ledger.entries.size - before.entries,
    calls: {
      teamleader: sum(told.log.counts('teamleader', before.calls)),
      exact: sum(told.log.counts('exact', before.calls)),
    },
  };

  const report = {
    ...result,
    calls: {
      teamleader: sum(calls.teamleader),
      exact: sum(calls.exact),
      exactByEndpoint: calls.exact,
      teamleaderByMethod: calls.teamleader,
    },
    secondSync: second,
    defects: told.defects,
    seconds: Math.round((performance.now() - started) / 1000),
  };
  printReport(report);
  if (values.report !== undefined) writeFileSync(values.report, `${JSON.stringify(report, null, 2)}\n`);
  if (isWrong(result, second.booked) || told.defects.length > 0) process.exitCode = 1;
}

function isWrong({ duplicates, missing, unexpected, totals }: Tally, bookedAgain: number): boolean {
  const isUnequal = JSON.stringify(totals.teamleader) !== JSON.stringify(totals.exact);
  return duplicates > 0 || missing > 0 || unexpected.length > 0 || bookedAgain > 0 || isUnequal;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}

function printReport(
  report: Tally & {
    calls: { teamleader: number; exact: number };
    secondSync: { booked: number; calls: { teamleader: number; exact: number } };
    defects: readonly string[];
    seconds: number;
  },
): void {
  const { totals, blocked, calls, secondSync } = report;
  console.table({
    documents: report.documents,
    booked: report.booked,
    adopted: report.adopted,
    'not in scope': report.skipped,
    ...Object.fromEntries(Object.entries(blocked).map(([cause, count]) => [`held back: ${cause}`, count])),
    duplicates: report.duplicates,
    missing: report.missing,
    'calls to Teamleader': calls.teamleader,
    'calls to Exact': calls.exact,
    'second sync: booked': secondSync.booked,
    'second sync: calls': `${secondSync.calls.teamleader} + ${secondSync.calls.exact}`,
    seconds: report.seconds,
  });
  console.table(totals);
  if (report.unexpected.length > 0) console.table(report.unexpected);
  for (const defect of new Set(report.defects)) console.log(`Defect noted by the sandbox: ${defect}`);
}
