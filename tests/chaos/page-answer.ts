/** What a page of Teamleader may get from the background, and nothing else. */
import { z } from 'zod';

const pageViewSchema = z.object({
  button: z.object({ label: z.string() }),
  badges: z.array(z.object({ key: z.string() })),
});

/** A document's detail: texts, and the actions that are offered. */
const sheetSchema = z.strictObject({
  title: z.string(),
  tone: z.string(),
  notes: z.array(z.unknown()),
  facts: z.array(z.unknown()),
  quotes: z.array(z.unknown()),
  tables: z.array(z.unknown()),
  actions: z.array(z.strictObject({ id: z.string(), label: z.string(), tone: z.string() })),
  closeLabel: z.string(),
});
export const pageAnswerSchema = z.union([pageViewSchema, sheetSchema]).nullable();
