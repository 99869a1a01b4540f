import type { BrowserContext } from '@playwright/test';
import { z } from 'zod';
import { openOptions } from './browser.ts';

const historySchema = z.object({
  documents: z.array(
    z.object({
      id: z.string(),
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
