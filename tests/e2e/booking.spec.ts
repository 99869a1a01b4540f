import { badges, openInvoiceList, resultPanel, sync, syncButton } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

test('from a fresh set-up to the first booking, and a second click that books nothing', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByText('Saved. Your documents can be synced now.')).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);

  const first = tally(sandbox, await outcomesOf(context));
  const expected = sandbox.business.documents.filter((document) => document.expected === 'booked').length;
  expect(first.booked).toBe(expected);
  expect(first.adopted).toBe(sandbox.business.documents.filter((document) => document.expected === 'adopted').length);
  expect(first.duplicates).toBe(0);
  expect(first.missing).toBe(0);
  expect(first.totals.exact).toEqual(first.totals.teamleader);
  await expect(resultPanel(page).getByText('booked', { exact: true })).toBeVisible();
  await expect(badges(page).filter({ hasText: 'Booked' }).first()).toHaveAttribute(
    'title',
    /^Entry \d+ in journal 7[01], /,
  );

  const standing = sandbox.exact.ledger.entries.size;
  await page.reload();
  await sync(page, PATIENCE);
  expect(sandbox.exact.ledger.entries.size).toBe(standing);
});

test('an invoice that must be held back stands beside ones that go through, each with its cause', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByText('Your documents can be synced now.')).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);

  const outcomes = new Map((await outcomesOf(context)).map(({ number, outcome }) => [number, outcome]));
  const held = sandbox.business.documents.filter((document) => typeof document.expected === 'object');
  expect(held.length).toBeGreaterThan(4);
  for (const { number, expected } of held) {
    const blocked = typeof expected === 'object' ? expected.blocked : null;
    expect(outcomes.get(number ?? '')).toMatchObject({ state: 'blocked', cause: { type: blocked } });
  }
  await expect(syncButton(page)).toHaveText(`${held.length} need attention`);
  const inPanel = resultPanel(page).getByRole('listitem');
  await expect(inPanel).toHaveCount(held.length);
  await expect(inPanel.filter({ hasText: 'is blocked in Exact' }).first()).toContainText('Unblock');
});

test('what was removed from the cache is recognised in Exact, not booked again', async ({
  context,
  connected,
  sandbox,
}) => {
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);
  const standing = sandbox.exact.ledger.entries.size;

  await connected.evaluate("chrome.runtime.sendMessage({ type: 'cache/reset' })");
  await page.reload();
  await sync(page, PATIENCE);
  expect(sandbox.exact.ledger.entries.size).toBe(standing);
  const { duplicates, missing } = tally(sandbox, await outcomesOf(context));
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
});

test('two tabs that click at the same moment make one run', async ({ context, connected, sandbox }) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const one = await openInvoiceList(context, sandbox);
  const other = await openInvoiceList(context, sandbox);
  await Promise.all([sync(one, PATIENCE), sync(other, PATIENCE)]);
  const { duplicates, missing, booked } = tally(sandbox, await outcomesOf(context));
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  expect(booked).toBe(sandbox.business.documents.filter((document) => document.expected === 'booked').length);
  // Not one entry was sent twice: each call that booked made one entry.
  const refusedOnce = 1;
  expect(sandbox.log.counts('exact')['POST salesentry/SalesEntries']).toBeLessThanOrEqual(booked + refusedOnce);
});

test('an answer that was lost after Exact had booked leads to one entry', async ({ context, connected, sandbox }) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  sandbox.faults.order({
    service: 'exact',
    call: 'POST salesentry/SalesEntries',
    skip: 3,
    fault: { kind: 'cut', when: 'after' },
  });
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);
  // Chromium itself sends a cut request again: Exact refuses the number, and the first entry is recognised.
  const answers = sandbox.log.calls
    .filter((call) => call.name === 'POST salesentry/SalesEntries')
    .map((call) => call.status);
  expect(answers).toContain(0);

  await page.reload();
  await sync(page, PATIENCE);
  const { blocked, duplicates, missing, totals } = tally(sandbox, await outcomesOf(context));
  expect(blocked['answerLost']).toBeUndefined();
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  expect(totals.exact).toEqual(totals.teamleader);
});

test('a sync that is stopped keeps what it has booked, and the next one books the rest', async ({
  context,
  connected,
  sandbox,
}) => {
  const slow = { kind: 'latency', ms: 400 } as const;
  sandbox.faults.order({ service: 'exact', call: 'POST salesentry/SalesEntries', times: 400, fault: slow });
  await connected.getByRole('button', { name: 'Sync now' }).click();
  const ours = () => [...sandbox.exact.ledger.entries.values()].filter(({ link }) => link !== null).length;
  await expect.poll(ours).toBeGreaterThan(1);
  await connected.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(connected.getByText('You stopped the sync before it was done.')).toBeVisible({ timeout: PATIENCE });
  const wanted = sandbox.business.documents.filter(({ expected }) => expected === 'booked').length;
  const booked = ours();
  expect(booked).toBeLessThan(wanted);
  const { duplicates } = tally(sandbox, await outcomesOf(context));
  expect(duplicates).toBe(0);

  sandbox.faults.clear();
  await sync(await openInvoiceList(context, sandbox), PATIENCE);
  const after = tally(sandbox, await outcomesOf(context));
  expect({ duplicates: after.duplicates, missing: after.missing, booked: ours() }).toEqual({
    duplicates: 0,
    missing: 0,
    booked: wanted,
  });
});
