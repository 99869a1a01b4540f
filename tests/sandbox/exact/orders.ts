import { z } from 'zod';

const orderSchema = z.discriminatedUnion('order', [
  z.object({ order: z.literal('closePeriodsBefore'), date: z.iso.date() }),
  z.object({ order: z.literal('blockJournal'), code: z.string() }),
  z.object({
    order: z.literal('removeRight'),
    right: z.enum(['manageAccounts', 'salesEntries', 'debtorReports', 'creditorReports', 'masterData']),
  }),
  z.object({
    order: z.literal('grantRight'),
    right: z.enum(['manageAccounts', 'salesEntries', 'debtorReports', 'creditorReports', 'masterData']),
  }),
  z.object({ order: z.literal('deleteEntry'), id: z.string() }),
  z.object({ order: z.literal('revokeTokens') }),
]);
export type Order = z.infer<typeof orderSchema>;

export const parseOrder = (order: unknown): Order => orderSchema.parse(order);
