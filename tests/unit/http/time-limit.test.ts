/** The limit of time covers the whole answer: one whose head comes and whose body never ends is given up too. */
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileFetcher } from '../../../lib/http/file.ts';
import { createRequester } from '../../../lib/http/request.ts';
import { ok } from '../../../lib/result.ts';

const TIMEOUT_MS = 50;

let server: Server;
let url: string;

beforeEach(async () => {
  server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Length': 100 });
    response.write('{');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  url = `http://127.0.0.1:${address.port}/`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it.each(['reads', 'writes'] as const)('a call that %s ends without an answer', async (effect) => {
  const requester = createRequester({
    fetch,
    session: { accessToken: async () => ok('token'), invalidate: async () => undefined },
    pacer: { enter: async () => ok(null), leave: async () => undefined, blockedUntil: () => 0 },
    sleep: async () => undefined,
    headers: {},
    errorText: (body) => body,
    timeoutMs: TIMEOUT_MS,
  });
  const answer = await requester.send({ method: 'POST', url, endpoint: 'drip', effect, urgency: 'user' });
  expect(answer).toEqual({ ok: false, error: { kind: 'noAnswer', detail: 'TimeoutError' } });
});

it('a file is not available', async () => {
  expect(await createFileFetcher(fetch, TIMEOUT_MS)(url)).toEqual({ ok: false, error: 'unavailable' });
});
