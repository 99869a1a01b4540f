import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Business } from '../business/business.ts';
import { DEFAULT_SWITCHES, type StandIn, type Switches } from '../contract.ts';
import type { CallLog } from './call-log.ts';
import type { MovableClock } from './clock.ts';
import { type Faults, faultOrderSchema } from './faults.ts';

export interface Controlled {
  readonly business: Business;
  readonly standIns: readonly StandIn[];
  readonly log: CallLog;
  readonly faults: Faults;
  readonly clock: MovableClock;
  readonly switches: Switches;
  readonly defects: readonly string[];
}

const advanceSchema = z.object({ advanceMs: z.number().nonnegative() });
const switchesSchema = z.record(z.string(), z.union([z.string(), z.boolean()]));

/** A plain address on this machine that the extension does not know: what happened, and orders for what shall. */
export async function serveControl(
  controlled: Controlled,
  port: number,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    readJson(request)
      .then((body) => act(`${request.method} ${request.url}`, body, controlled))
      .then(
        (result) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(result)),
        (error: unknown) => response.writeHead(400).end(error instanceof Error ? error.message : 'refused'),
      );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The control server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function act(order: string, body: unknown, controlled: Controlled): unknown {
  const { business, standIns, log, faults, clock, switches, defects } = controlled;
  const standIn = standIns.find((one) => order === `POST /orders/${one.service}`);
  if (standIn !== undefined) {
    if (standIn.order === undefined) throw new Error(`${standIn.service} takes no orders.`);
    standIn.order(body);
    return {};
  }
  switch (order) {
    case 'GET /calls':
      return { teamleader: log.counts('teamleader'), exact: log.counts('exact'), calls: log.calls };
    case 'GET /ledger':
      return Object.fromEntries(standIns.map((one) => [one.service, one.snapshot()]));
    case 'GET /defects':
      return defects;
    case 'GET /business':
      return business;
    case 'POST /faults':
      faults.order(faultOrderSchema.parse(body));
      return {};
    case 'DELETE /faults':
      faults.clear();
      return {};
    case 'POST /switches':
      setSwitches(switches, switchesSchema.parse(body));
      return switches;
    case 'POST /clock':
      clock.advance(advanceSchema.parse(body).advanceMs);
      return { now: clock.now() };
    default:
      throw new Error(`${order} is no order of the sandbox.`);
  }
}

function setSwitches(switches: Switches, change: Readonly<Record<string, string | boolean>>): void {
  for (const [name, value] of Object.entries(change)) {
    const known = Object.entries(DEFAULT_SWITCHES).find(([one]) => one === name);
    if (known === undefined || typeof known[1] !== typeof value)
      throw new Error(`${name} is no switch that takes ${value}.`);
  }
  Object.assign(switches, change);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}
