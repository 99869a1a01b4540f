import type { SandboxClock, ServiceName } from '../contract.ts';

export interface Call {
  readonly service: ServiceName;
  /** As the stand-in names it: `invoices.list`, `POST salesentry/SalesEntries`. */
  readonly name: string;
  readonly isApi: boolean;
  readonly status: number;
  /** Epoch milliseconds by the sandbox's clock. */
  readonly at: number;
  readonly ms: number;
}

/** What was asked of the stand-ins, in order. */
export class CallLog {
  readonly #clock: SandboxClock;
  readonly #calls: Call[] = [];

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  add(call: Omit<Call, 'at'>): void {
    this.#calls.push({ ...call, at: this.#clock.now() });
  }

  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** API calls of a service, by name. Log-ins and pages are not counted. */
  counts(service: ServiceName, from = 0): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const call of this.#calls.slice(from)) {
      if (call.service === service && call.isApi) counts[call.name] = (counts[call.name] ?? 0) + 1;
    }
    return counts;
  }
}
