import type { BrowserContext, Page } from '@playwright/test';
import { openOptions } from '../run/browser.ts';
import { badges, openInvoiceList, resultPanel, sync, syncButton } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expect, test } from './fixture.ts';
import { notificationsOf } from './notifications.ts';

// Tokens run out where a test says so: however slow the browser is, none does in between.
test.use({ sandboxOptions: { documents: 60, speed: 20, tokenSpeed: 1 } });

const PATIENCE = 60_000;
/** Longer than any token lives. */
const A_WHILE_MS = 61 * 60_000;
const LOG_IN_AGAIN = /Exact Online asks you to log in again\.\s*Log in from Boekbrug\./;

const service = ['teamleader', 'exact'] as const;

/** Both sides as they are a while later: the sandbox's clock is moved on, the browser's tokens back. */
async function letTokensRunOut(popup: Page, sandbox: Sandbox): Promise<void> {
  sandbox.clock.advance(A_WHILE_MS);
  for (const key of service.map((name) => `tokens/${name}`)) {
    await popup.evaluate(
      `chrome.storage.local.get('${key}').then(({ '${key}': tokens }) => chrome.storage.local.set({ '${key}': {
        ...tokens,
        obtainedAt: tokens.obtainedAt - ${A_WHILE_MS},
        expiresAt: tokens.expiresAt - ${A_WHILE_MS},
      } }))`,
    );
  }
}

const ask = (page: Page, message: object): Promise<unknown> =>
  page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);

const renewals = ({ log }: Sandbox, from: number) =>
  log.calls.slice(from).filter(({ service: of, name }) => of === 'exact' && name === 'token');

/** Teamleader's silent renewal asks nothing of its API, but it is asked whose the new token is: once for each. */
const silentRenewals = ({ log }: Sandbox, from: number) =>
  log.calls.slice(from).filter(({ name }) => name === 'users.me');

async function expectWhole(context: BrowserContext, sandbox: Sandbox): Promise<void> {
  const { duplicates, missing, totals } = tally(sandbox, await outcomesOf(context));
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  expect(totals.exact).toEqual(totals.teamleader);
}

test('tokens that have run out are renewed once, whoever needs them at the same moment', async ({
  context,
  connected,
  sandbox,
}) => {
  const list = await openInvoiceList(context, sandbox);
  const options = await openOptions(context);
  await letTokensRunOut(connected, sandbox);
  const from = sandbox.log.calls.length;

  const reload = { type: 'setup/view', reload: true };
  await Promise.all([sync(list, PATIENCE), ask(connected, reload), ask(options, reload), ask(connected, reload)]);

  expect(renewals(sandbox, from).map(({ status }) => status)).toEqual([200]);
  expect(silentRenewals(sandbox, from).map(({ status }) => status)).toEqual([200]);
  expect(sandbox.log.calls.filter(({ status }) => status === 401)).toEqual([]);
  await expectWhole(context, sandbox);
});

test('new tokens that are lost on their way end in one request to log in, and then it goes on by itself', async ({
  context,
  connected,
  sandbox,
}) => {
  const list = await openInvoiceList(context, sandbox);
  const notified = await notificationsOf(context);
  await letTokensRunOut(connected, sandbox);
  const from = sandbox.log.calls.length;
  sandbox.faults.order({
    service: 'exact',
    call: 'token',
    fault: { kind: 'status', status: 502, headers: {}, when: 'after' },
  });
  await sync(list, PATIENCE);
  // Nobody but Exact knows whether it gave new tokens: it is asked once more, and says so.
  const asked = renewals(sandbox, from).map(({ status }) => status);
  expect(asked).toEqual([502, 400]);

  await expect(resultPanel(list)).toContainText(LOG_IN_AGAIN);
  await expect(connected.getByText(LOG_IN_AGAIN)).toBeVisible();
  await expect.poll(notified).toEqual([expect.stringMatching(LOG_IN_AGAIN)]);

  // What is saved stays done, though its lists cannot be read.
  const left = connected.locator('.step', { has: connected.getByText('to do', { exact: true }) });
  await expect
    .poll(() => left.evaluateAll((steps) => steps.map(({ id }) => id)))
    .toEqual(['exact', 'other', 'import', 'firstSync', 'automatic']);

  for (let click = 0; click < 3; click += 1) {
    await syncButton(list).click();
    await ask(connected, { type: 'sync/start' });
    await ask(connected, { type: 'setup/view', reload: true });
  }
  expect(renewals(sandbox, from)).toHaveLength(asked.length);
  expect(sandbox.log.counts('exact', from)).toEqual({});
  expect(await notified()).toHaveLength(1);

  // His session at Exact goes on, and the app was allowed before: no page is shown.
  const step = connected.getByRole('region', { name: 'Exact Online', exact: true });
  await step.getByRole('button', { name: 'Log in to Exact Online' }).click();
  await expect
    .poll(async () => (await outcomesOf(context)).some(({ outcome }) => outcome.state === 'waiting'), {
      timeout: PATIENCE,
    })
    .toBe(false);
  await expectWhole(context, sandbox);
});

test('what was read stays in sight while nobody is logged in, and says what has to be done first', async ({
  context,
  connected,
  sandbox,
}) => {
  const list = await openInvoiceList(context, sandbox);
  await sync(list, PATIENCE);
  const booked = badges(list).filter({ hasText: 'Booked' });
  const count = await booked.count();
  expect(count).toBeGreaterThan(0);
  await ask(connected, { type: 'setup/logOut', service: 'exact' });
  await expect(syncButton(list)).toHaveText('Boekbrug is on hold');
  await expect(booked).toHaveCount(count);
  await booked.first().click();
  await expect(resultPanel(list)).toContainText('nothing is synced until the log-in is seen to');
  await expect(resultPanel(list).locator('.foot').getByRole('button')).toHaveText(['Open the set-up']);

  const options = await openOptions(context, 'connections');
  await expect(options.getByText(/^70 · /)).toBeVisible();
  await expect(options.getByText('the customer’s own')).toHaveCount(0);
});
