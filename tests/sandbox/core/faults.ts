import { z } from 'zod';
import type { ServiceName } from '../contract.ts';

const when = z.enum(['before', 'after']);

/** `before`: the stand-in is not asked. `after`: it has done what was asked, and only its answer is lost or spoilt. */
const faultSchema = z.discriminatedUnion('kind', [
  /** The stand-in does what was asked after that time, or answers only then. */
  z.object({ kind: z.literal('latency'), ms: z.number().nonnegative(), when: when.default('before') }),
  /** The answer comes piece by piece, for so long. */
  z.object({ kind: z.literal('drip'), ms: z.number().nonnegative() }),
  z.object({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().default(''),
    when,
  }),
  z.object({ kind: z.literal('cut'), when }),
  z.object({ kind: z.literal('body'), body: z.string(), when }),
  z.object({ kind: z.literal('truncate') }),
  /** One node of the answer's JSON, counted through the first row of each list, is another than it really is. */
  z.object({ kind: z.literal('alter'), node: z.int().nonnegative(), to: z.enum(['absent', 'null', 'unknown']) }),
]);
export type Fault = z.infer<typeof faultSchema>;

export const faultOrderSchema = z.object({
  service: z.enum(['teamleader', 'exact']),
  /** Only calls of this name; absent: any API call of the service. */
  call: z.string().optional(),
  /** Lets this many go by first. */
  skip: z.int().nonnegative().default(0),
  times: z.int().positive().default(1),
  fault: faultSchema,
});
export type FaultOrder = z.input<typeof faultOrderSchema>;

/** Faults that were ordered and have not happened yet. */
export class Faults {
  #held: { readonly skip: number; readonly ms: number; readonly come: () => void } | null = null;
  #orders: { order: z.output<typeof faultOrderSchema>; skip: number; left: number }[] = [];

  order(order: FaultOrder): void {
    const parsed = faultOrderSchema.parse(order);
    this.#orders.push({ order: parsed, skip: parsed.skip, left: parsed.times });
  }

  clear(): void {
    this.#orders = [];
  }

  /** The node that was altered last, or null where an answer had no such node. */
  altered: string | null = null;

  /** Holds the nth call from now on, of any name and service, for some milliseconds; resolves when it has come. */
  hold(skip: number, ms: number): Promise<void> {
    const come = Promise.withResolvers<void>();
    this.#held = { skip, ms, come: come.resolve };
    return come.promise;
  }

  /** The fault that is due for this call, if any; it is used up by being taken. */
  take(service: ServiceName, call: string): Fault | null {
    if (this.#held !== null) {
      const { skip, ms, come } = this.#held;
      this.#held = skip === 0 ? null : { ...this.#held, skip: skip - 1 };
      if (skip === 0) {
        come();
        return { kind: 'latency', ms, when: 'before' };
      }
    }
    for (const one of this.#orders) {
      if (one.left === 0 || one.order.service !== service || (one.order.call ?? call) !== call) continue;
      if (one.skip > 0) {
        one.skip -= 1;
        continue;
      }
      one.left -= 1;
      return one.order.fault;
    }
    return null;
  }
}
