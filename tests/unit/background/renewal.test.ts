/** What comes of a log-in whose renewal meets keys that the service does not know. Feature A3. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type NodeBackground, setUpInNode, startBackgroundInNode } from '../../chaos/background-in-node.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

/** The background is loaded for the first time. */
const PATIENCE = 60_000;
/** Longer than any token lives. */
const A_WHILE_MS = 61 * 60_000;

const APPS = { exact: EXACT_APP, teamleader: TEAMLEADER_APP };
const serviceSchema = z.looseObject({ state: z.string(), problem: z.looseObject({ type: z.string() }).nullable() });
const viewSchema = z.object({ services: z.object({ exact: serviceSchema, teamleader: serviceSchema }) });
const tokensSchema = z.looseObject({ obtainedAt: z.number(), expiresAt: z.number() });

let sandbox: Sandbox;
let background: NodeBackground;

beforeEach(async () => {
  sandbox = await startSandbox({ documents: 5 });
  background = await startBackgroundInNode(sandbox);
  await setUpInNode(background, sandbox);
}, PATIENCE);

afterEach(async () => {
  await sandbox.close();
  expect(sandbox.defects).toEqual([]);
});

type Service = keyof typeof APPS;

const saveSecret = (service: Service, clientSecret: string) =>
  background.ask({ type: 'setup/saveKeys', service, clientId: APPS[service].clientId, clientSecret });

/** As the set-up shows it, when its lists were read anew. */
async function shown(service: Service) {
  const { services } = viewSchema.parse(await background.ask({ type: 'setup/view', reload: true }));
  const { state, problem } = services[service];
  return { state, problem: problem?.type ?? null };
}

/** The sandbox's clock is moved on, the browser's tokens back. */
async function letTokensRunOut(service: Service): Promise<void> {
  sandbox.clock.advance(A_WHILE_MS);
  const key = `tokens/${service}`;
  const { obtainedAt, expiresAt, ...rest } = tokensSchema.parse((await background.stored())[key]);
  const tokens = { ...rest, obtainedAt: obtainedAt - A_WHILE_MS, expiresAt: expiresAt - A_WHILE_MS };
  await background.store({ [key]: tokens });
}

const renewals = (service: Service, from: number) =>
  sandbox.log.calls
    .slice(from)
    .flatMap((call) => (call.service === service && /token/.test(call.name) ? [call.status] : []));

it.each([
  ['exact', 400],
  ['teamleader', 401],
] as const)('a log-in at %s that met half a secret is there again with the whole one', async (service, refused) => {
  const { clientSecret } = APPS[service];
  await letTokensRunOut(service);
  const from = sandbox.log.calls.length;
  await saveSecret(service, clientSecret.slice(0, 5));
  for (let n = 0; n < 3; n += 1) {
    expect(await shown(service)).toEqual({ state: 'loggedOut', problem: 'loginNeeded' });
  }
  // Each secret is asked with once.
  expect(renewals(service, from)).toEqual([refused]);
  await saveSecret(service, clientSecret);
  expect(await shown(service)).toEqual({ state: 'connected', problem: null });
  expect(renewals(service, from)).toEqual([refused, 200]);
});
