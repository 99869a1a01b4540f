/** How much the extension's worker holds in memory, asked as Chromium's own tools do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EXTENSION_ID } from '../run/browser.ts';
import { rounded } from './spread.ts';
import type { Stage } from './stage.ts';

const EVERY_MS = 100;
const BYTES_PER_MB = 1024 * 1024;

const targetsSchema = z.array(z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }));
const usageSchema = z.object({ result: z.object({ usedSize: z.number() }) });

/** The most while the task runs, in MB of 1,048,576 bytes: what is used, and what is not yet swept up of it. */
export async function peakOf({ profile }: Stage, task: () => Promise<void>): Promise<number> {
  const socket = new WebSocket(await workerAddress(profile));
  await new Promise((opened, failed) => {
    socket.addEventListener('open', opened, { once: true });
    socket.addEventListener('error', failed, { once: true });
  });
  let peak = 0;
  socket.addEventListener('message', ({ data }) => {
    const answer = usageSchema.safeParse(JSON.parse(String(data)));
    if (answer.success) peak = Math.max(peak, answer.data.result.usedSize);
  });
  let id = 0;
  const asking = setInterval(() => {
    id += 1;
    socket.send(JSON.stringify({ id, method: 'Runtime.getHeapUsage' }));
  }, EVERY_MS);
  try {
    await task();
  } finally {
    clearInterval(asking);
    socket.close();
  }
  return rounded(peak / BYTES_PER_MB);
}

async function workerAddress(profile: string): Promise<string> {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = targetsSchema.parse(await answer.json());
  const worker = targets.find(({ type, url }) => type === 'service_worker' && url.includes(EXTENSION_ID));
  if (worker === undefined) throw new Error('The worker is not among what Chromium lets itself be asked about.');
  return worker.webSocketDebuggerUrl;
}
