import { randomUUID } from 'node:crypto';
import { openInvoiceList, sync } from '../run/journey.ts';
import { wakeLater } from '../run/wake-later.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expect, test } from './fixture.ts';
import { notificationsOf } from './notifications.ts';

const PATIENCE = 60_000;

test('automatic sync is locked until a first sync went well and the other link is off, and then books by itself', async ({
  context,
  connected,
  sandbox,
}) => {
  const byItself = connected.getByLabel('Sync by itself');
  await expect(byItself).toBeDisabled();
  await expect(connected.getByText('a sync that you started has ended well')).toBeVisible();

  const list = await openInvoiceList(context, sandbox);
  await sync(list, PATIENCE);
  await expect(connected.getByText('a sync that you started has ended well')).toBeHidden();
  await expect(connected.getByText('you have said, and saved, that')).toBeVisible();
  await expect(byItself).toBeDisabled();

  // The lock itself leads to where it is opened.
  await connected.getByRole('link', { name: 'Set-up: Teamleader’s own link with Exact' }).click();
  await expect(connected.getByRole('region', { name: 'Teamleader’s own link with Exact' })).toBeFocused();
  await connected.getByRole('radio', { name: 'Yes, it is on' }).check();
  await expect(connected.getByText('Together they would book every invoice twice.')).toBeVisible();
  await connected.getByRole('radio', { name: 'No, it is off or was never on' }).check();
  await connected.getByRole('button', { name: 'Save' }).click();
  await byItself.check();
  const often = connected.getByLabel('How often');
  await expect(often).toHaveValue('15');
  await often.selectOption('Every 5 minutes');
  await expect(often).toHaveValue('5');

  const notified = await notificationsOf(context);
  const standing = sandbox.exact.ledger.entries.size;
  addInvoice(sandbox);
  await wakeLater(context, connected);
  await expect.poll(() => sandbox.exact.ledger.entries.size, { timeout: PATIENCE }).toBe(standing + 1);
  await expect.poll(notified, { timeout: PATIENCE }).toEqual([expect.stringContaining('Booked: 1.')]);

  // Nothing new: nothing is booked, and nobody is disturbed.
  await wakeLater(context, connected);
  await expect
    .poll(() => connected.evaluate(countAutomatic), { timeout: PATIENCE })
    .toEqual({ automatic: 2, underway: 0 });
  expect(sandbox.exact.ledger.entries.size).toBe(standing + 1);
  expect(await notified()).toHaveLength(1);
});

function addInvoice({ business, teamleader, clock }: Sandbox): void {
  const like = business.documents.findLast(({ kind, expected }) => kind === 'invoice' && expected === 'booked');
  if (!like?.date) throw new Error('The business has no such invoice.');
  const now = new Date(clock.now()).toISOString().replace(/\.\d+Z$/, '+00:00');
  teamleader.ledger.addDocument({
    ...like,
    id: randomUUID(),
    legacyId: like.legacyId + 10_000,
    number: `${like.date.slice(0, 4)} / 9001`,
    status: 'outstanding',
    paymentReference: null,
    createdAt: now,
    updatedAt: now,
  });
}

/** In the page: how many runs began by themselves, and how many are under way. */
async function countAutomatic(): Promise<{ automatic: number; underway: number }> {
  const counted = Promise.withResolvers<{ automatic: number; underway: number }>();
  const opening = indexedDB.open('boekbrug');
  opening.onerror = () => counted.reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('runs').objectStore('runs').getAll();
    reading.onsuccess = () => {
      const runs = reading.result.map(({ trigger, endedAt }) => ({ trigger, endedAt }));
      opening.result.close();
      counted.resolve({
        automatic: runs.filter(({ trigger }) => trigger === 'automatic').length,
        underway: runs.filter(({ endedAt }) => endedAt === null).length,
      });
    };
  };
  return counted.promise;
}
