import { badges, connect, openInvoiceList, resultPanel, sync } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;
const A_DAY = 5_000;
/** Enough to look into the books and to begin booking. */
const LEFT = 44;
/** The sandbox's day, at its speed. */
const DAY_MS = (24 * 60 * 60_000) / 20;

test('when the day’s calls are used up, page and popup say when it goes on', async ({ context, popup, sandbox }) => {
  // The day has just begun, so that it does not end under the test.
  sandbox.clock.advance(DAY_MS - (sandbox.clock.now() % DAY_MS));
  await connect(context, popup, sandbox);
  sandbox.exact.spendCalls(A_DAY - LEFT);
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);

  await expect(resultPanel(page)).toContainText('The number of calls that Exact Online allows is used up.');
  await expect(resultPanel(page)).toContainText(/it goes on by itself at .*\d\d:\d\d/);
  const waiting = badges(page).filter({ hasText: 'To book' });
  await expect(waiting.first()).toHaveAttribute('title', /it goes on by itself at .*\d\d:\d\d/);
  await expect(popup.getByText(/it goes on by itself at .*\d\d:\d\d/)).toBeVisible();

  const outcomes = await outcomesOf(context);
  const isOurs = ({ link }: { readonly link: string | null }) => link !== null;
  expect([...sandbox.exact.ledger.entries.values()].filter(isOurs).length).toBeGreaterThan(0);
  expect(outcomes.filter(({ outcome }) => outcome.state === 'waiting').length).toBeGreaterThan(0);
  // A second click does not try what cannot be.
  const calls = sandbox.log.calls.length;
  await page.reload();
  await sync(page, PATIENCE);
  const exact = sandbox.log.calls.slice(calls).filter(({ service, isApi }) => service === 'exact' && isApi);
  expect(exact).toEqual([]);
  expect(sandbox.log.calls.filter(({ status }) => status === 429)).toEqual([]);
});
