/** The real worker in Chromium, killed by the DevTools protocol while a call of its run is under way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { openBrowser, openPopup } from '../run/browser.ts';
import { connect, openInvoiceList, syncButton } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { joined } from './deaths.ts';
import type { Part } from './report.ts';

const KILLS = 12;
const DOCUMENTS = 12;
const PATIENCE = 60_000;
/** The far side takes so long that the worker is dead before the answer comes. */
const HELD_MS = 4_000;

/** How many calls a run makes, from a run in which nobody dies. */
async function callsOfARun(): Promise<number> {
  return withBrowser(async (sandbox, context, popup) => {
    await connect(context, popup, sandbox);
    const before = sandbox.log.calls.length;
    await startSync(context, sandbox);
    await ended(sandbox);
    return sandbox.log.calls.slice(before).filter(({ isApi }) => isApi).length;
  });
}

async function survive(at: number, isDouble: boolean): Promise<Part> {
  return withBrowser(async (sandbox, context, popup) => {
    await connect(context, popup, sandbox);
    await killAt(at, sandbox, popup, () => startSync(context, sandbox));
    // From here on nobody touches anything: the worker's own alarm wakes it.
    if (isDouble) await killAt(0, sandbox, popup, async () => undefined);
    await ended(sandbox);
    const hasGoneOn = await wentOn(popup);
    const { duplicates, missing, totals } = tally(sandbox, await outcomesOf(context));
    const isEqual = JSON.stringify(totals.exact) === JSON.stringify(totals.teamleader);
    const counted = isDouble ? { doubleKills: 1 } : { crashPoints: 1 };
    const figures = { duplicates, missing, centsOff: isEqual ? 0 : 1, ...counted };
    const name = `killed at call ${at}${isDouble ? ' and again' : ''}`;
    const isRight = duplicates + missing === 0 && isEqual && hasGoneOn;
    return { figures, failures: isRight ? [] : [`${name}: ${JSON.stringify(figures)}, went on: ${hasGoneOn}`] };
  });
}

const runsSchema = z.object({ runs: z.array(z.object({ trigger: z.string() })) });

/** Was there a run that the worker began by itself? Else nobody was killed. */
async function wentOn(popup: Page): Promise<boolean> {
  const history: unknown = await popup.evaluate("chrome.runtime.sendMessage({ type: 'history/view' })");
  return runsSchema.parse(history).runs.some(({ trigger }) => trigger === 'resume');
}

async function withBrowser<T>(
  task: (sandbox: Sandbox, context: BrowserContext, popup: Page) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox({ documents: DOCUMENTS, speed: 20 });
  const profile = mkdtempSync(join(tmpdir(), 'boekbrug-kills-'));
  try {
    const context = await openBrowser(sandbox, { profile, headless: true });
    try {
      return await task(sandbox, context, await openPopup(context));
    } finally {
      await context.close();
    }
  } finally {
    await sandbox.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Stops the worker while the nth call from now on is under way; what was asked is done after its death. */
async function killAt(at: number, sandbox: Sandbox, popup: Page, begin: () => Promise<void>): Promise<void> {
  const held = sandbox.faults.hold(at, HELD_MS);
  await begin();
  await held;
  const cdp = await popup.context().newCDPSession(popup);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
}

async function startSync(context: BrowserContext, sandbox: Sandbox): Promise<void> {
  const page = await openInvoiceList(context, sandbox);
  await expect(syncButton(page)).toHaveAttribute('aria-disabled', 'false');
  await syncButton(page).click();
}

/** All that is to be booked stands in Exact: seen in its ledger, so that nothing is asked of the extension. */
async function ended(sandbox: Sandbox): Promise<void> {
  const wanted = sandbox.business.documents.filter(({ expected }) => expected === 'booked').length;
  const ours = () => [...sandbox.exact.ledger.entries.values()].filter(({ link }) => link !== null).length;
  await expect.poll(ours, { timeout: PATIENCE, intervals: [500] }).toBeGreaterThanOrEqual(wanted);
  // And nothing more comes after.
  await new Promise((resolve) => setTimeout(resolve, HELD_MS));
}

export async function kills({ quick }: { readonly quick: boolean }): Promise<Part> {
  // Each takes as long as the alarm that wakes the worker, so that the quick part has none of them.
  if (quick) return { figures: {}, failures: [] };
  const calls = await callsOfARun();
  const parts: Part[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) parts.push(await survive(Math.floor((kill * calls) / KILLS), false));
  parts.push(await survive(Math.floor(calls / 2), true));
  return joined(parts);
}
