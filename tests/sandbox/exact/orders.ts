import { z } from 'zod';
import { RIGHTS } from './api/endpoint.ts';

/** How the story can be changed while it runs. */
const orderSchema = z.discriminatedUnion('order', [
  z.object({ order: z.literal('closePeriodsBefore'), date: z.iso.date() }),
  z.object({ order: z.literal('blockJournal'), code: z.string() }),
  z.object({ order: z.literal('removeRight'), right: z.enum(RIGHTS) }),
  z.object({ order: z.literal('grantRight'), right: z.enum(RIGHTS) }),
  z.object({ order: z.literal('deleteEntry'), id: z.string() }),
  z.object({ order: z.literal('reconcile'), id: z.string(), date: z.iso.date() }),
  z.object({ order: z.literal('pay'), id: z.string(), amount: z.string(), date: z.iso.date() }),
  z.object({ order: z.literal('takeBack'), id: z.string(), date: z.iso.date() }),
  z.object({ order: z.literal('writeOff'), id: z.string(), date: z.iso.date() }),
  z.object({ order: z.literal('spendCalls'), calls: z.int().positive() }),
  z.object({ order: z.literal('revokeTokens') }),
  z.object({ order: z.literal('signOut') }),
]);
export type Order = z.infer<typeof orderSchema>;

/** Throws for what is no order. */
export const parseOrder = (order: unknown): Order => orderSchema.parse(order);
