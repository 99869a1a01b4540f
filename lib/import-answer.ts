import { z } from 'zod';
import type { ImportAnswer } from './accounting/import-plan.ts';

export const customerTypeSchema = z.enum(['company', 'contact']);

/** What the user says of an account that is to be imported, or not. */
export const importAnswerSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('create'), as: customerTypeSchema }),
  /** `company/<id>` or `contact/<id>`. */
  z.object({ do: z.literal('link'), customer: z.string().max(100) }),
  z.object({ do: z.literal('skip') }),
]) satisfies z.ZodType<ImportAnswer>;
