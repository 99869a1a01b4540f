import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { SandboxAnswer, SandboxRequest, StandIn } from '../contract.ts';
import { alter } from './alter.ts';
import type { CallLog } from './call-log.ts';
import type { Certificate } from './certificate.ts';
import type { Fault, Faults } from './faults.ts';

/** One TLS server that answers for every stand-in, told apart by the Host header. */
export async function serve(
  standIns: readonly StandIn[],
  certificate: Certificate,
  port: number,
  log: CallLog,
  faults: Faults,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (incoming, response) => {
    answer(incoming, response, standIns, log, faults).catch((error: unknown) => {
      console.error('The sandbox itself failed:', error);
      response.writeHead(599).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: portOf(server), close: () => close(server) };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  standIns: readonly StandIn[],
  log: CallLog,
  faults: Faults,
): Promise<void> {
  const started = performance.now();
  const request = await readRequest(incoming);
  const standIn = standIns.find((one) => one.hosts.includes(request.url.hostname));
  if (standIn === undefined) {
    response.writeHead(421).end(`No stand-in for ${request.url.hostname}.`);
    return;
  }
  const name = standIn.nameCall(request);
  const isApi = standIn.isApiCall(request);
  const fault = name === null ? null : faults.take(standIn.service, name);
  const real = await underFault(fault, async () => standIn.handle(request));
  const given = fault?.kind === 'alter' && real !== null ? altered(real, fault, faults) : real;
  if (name !== null) {
    log.add({ service: standIn.service, name, isApi, status: given?.status ?? 0, ms: performance.now() - started });
  }
  if (given === null) {
    incoming.socket.destroy();
    return;
  }
  const body = Buffer.from(given.body ?? '');
  if (fault?.kind === 'drip') return drip(response, given, body, fault.ms);
  const isCutShort = fault?.kind === 'truncate';
  response.writeHead(given.status, { ...given.headers, ...(isCutShort ? {} : { 'Content-Length': body.length }) });
  response.end(isCutShort ? body.subarray(0, body.length / 2) : body);
}

const DRIPS = 10;

async function drip(response: ServerResponse, { status, headers }: SandboxAnswer, body: Buffer, ms: number) {
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  const size = Math.ceil(body.length / DRIPS) || 1;
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    await wait(ms / DRIPS);
    response.write(body.subarray(at, at + size));
  }
  response.end();
}

/** @returns null where the connection is to be cut */
async function underFault(fault: Fault | null, handle: () => Promise<SandboxAnswer>): Promise<SandboxAnswer | null> {
  if (fault === null || fault.kind === 'truncate' || fault.kind === 'alter' || fault.kind === 'drip') return handle();
  if (fault.kind === 'latency') {
    const early = fault.when === 'after' ? await handle() : null;
    await wait(fault.ms);
    return early ?? handle();
  }
  const real = fault.when === 'after' ? await handle() : null;
  switch (fault.kind) {
    case 'cut':
      return null;
    case 'status':
      return { status: fault.status, headers: fault.headers, body: fault.body };
    case 'body':
      return { status: real?.status ?? 200, headers: real?.headers ?? {}, body: fault.body };
  }
}

function altered(real: SandboxAnswer, { node, to }: Extract<Fault, { kind: 'alter' }>, faults: Faults): SandboxAnswer {
  const changed = typeof real.body === 'string' ? alter(real.body, node, to) : null;
  faults.altered = changed?.path ?? null;
  return changed === null ? real : { ...real, body: changed.text };
}

async function readRequest(incoming: IncomingMessage): Promise<SandboxRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', `https://${headers['host'] ?? 'unknown'}`),
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
