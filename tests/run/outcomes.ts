import type { BrowserContext } from '@playwright/test';
import { z } from 'zod';
import { openOptions } from './browser.ts';

const historySchema = z.object({
  documents: z.array(
    z.object({
      number: z.string(),
      outcome: z.object({ state: z.string(), cause: z.object({ type: z.string() }).nullish() }),
    }),
  ),
});

/** What the extension itself says of each document, asked as its options page does. */
export async function outcomesOf(context: BrowserContext): Promise<z.infer<typeof historySchema>['documents']> {
  const page = await openOptions(context);
  const history: unknown = await page.evaluate("chrome.runtime.sendMessage({ type: 'history/view' })");
  await page.close();
  return historySchema.parse(history).documents;
}

/** Documents that are held back, counted by cause. */
export async function blockedByCause(context: BrowserContext): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { outcome } of await outcomesOf(context)) {
    if (outcome.state !== 'blocked' && outcome.state !== 'waiting') continue;
    const cause = outcome.cause?.type ?? 'waiting';
    counts[cause] = (counts[cause] ?? 0) + 1;
  }
  return counts;
}
