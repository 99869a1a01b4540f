/** Log-ins that do not succeed, and what the set-up says of who is logged in. */

import { z } from 'zod';
import { createExactLogin } from '../../lib/exact/login.ts';
import type { Login, LoginKeys, LoginTools } from '../../lib/http/login.ts';
import type { Service } from '../../lib/outcome.ts';
import { causeOf } from '../../lib/sync/causes.ts';
import { createTeamleaderLogin } from '../../lib/teamleader/login.ts';
import { type NodeBackground, setUpInNode, startBackgroundInNode } from '../chaos/background-in-node.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { personLoggingIn } from '../unit/http/world.ts';
import type { Case, CaseName, Told } from './case.ts';
import { sale } from './sale.ts';

const toolsOf = ({ fetch, clock }: Sandbox, openLogin: LoginTools['openLogin'], redirectUri: string): LoginTools => ({
  fetch,
  openLogin,
  redirectUri,
  now: () => clock.now(),
  randomState: () => crypto.randomUUID(),
});

const logsIn = (loginIn: (sandbox: Sandbox) => Login, keys: LoginKeys): Case => ({
  options: sale(),
  tried: async (_, { sandbox }) => {
    sandbox.teamleader.forgetConsent();
    const loggedIn = await loginIn(sandbox).logIn(keys);
    if (loggedIn.ok) return [];
    return ['kind' in loggedIn.error ? causeOf(loggedIn.error, 'exact') : loggedIn.error];
  },
});

const atTeamleader =
  (decision: 'allow' | 'deny', isPatient = true) =>
  (sandbox: Sandbox): Login => {
    const person = personLoggingIn(sandbox, { ...sandbox.business.users.teamleader, decision });
    return createTeamleaderLogin(toolsOf(sandbox, (url) => person(url, isPatient), TEAMLEADER_APP.redirectUri));
  };

const atExact = (sandbox: Sandbox): Login => {
  const { email: UserName, password: Password } = sandbox.business.users.exact;
  const person = personLoggingIn(sandbox, { UserName, Password, consent: 'yes' });
  return createExactLogin('be', toolsOf(sandbox, person, EXACT_APP.redirectUri));
};

const { clientId } = TEAMLEADER_APP;

const toldSchema = z.object({
  services: z.record(z.enum(['teamleader', 'exact']), z.object({ problem: z.custom<Told>().nullable() })),
});

/** The set-up as the popup asks for it, in the extension's own background. */
const setUpTells = (
  service: Service,
  ask: (background: NodeBackground, sandbox: Sandbox) => Promise<unknown>,
): Case => ({
  options: sale(),
  tried: async (_, { sandbox }) => {
    const background = await startBackgroundInNode(sandbox);
    const view = toldSchema.parse(await ask(background, sandbox));
    return [view.services[service].problem];
  },
});

/** Somebody else is logged in since, who does not see the division. */
async function acceptStranger(background: NodeBackground, sandbox: Sandbox): Promise<unknown> {
  await setUpInNode(background, sandbox);
  const { settings } = await background.stored();
  const { connections, ...others } = z
    .object({ connections: z.array(z.looseObject({ division: z.looseObject({}) })) })
    .loose()
    .parse(settings);
  const moved = connections.map((one) => ({ ...one, division: { ...one.division, code: 1 } }));
  await background.store({ settings: { ...others, connections: moved } });
  return background.ask({ type: 'setup/acceptUser', service: 'exact' });
}

/** They were the company's, and its policy does not name them any more. */
async function withdraw(background: NodeBackground, sandbox: Sandbox): Promise<unknown> {
  await setUpInNode(background, sandbox);
  const { settings } = await background.stored();
  const { keys, ...others } = z.looseObject({ keys: z.looseObject({}) }).parse(settings);
  await background.store({ settings: { ...others, keys: { ...keys, exact: null } } });
  return background.ask({ type: 'setup/view', reload: false });
}

export const LOG_INS = {
  loginCancelled: logsIn(atTeamleader('allow', false), { clientId, clientSecret: null }),
  loginRefused: logsIn(atTeamleader('deny'), { clientId, clientSecret: null }),
  wrongKeys: logsIn(atExact, { clientId: EXACT_APP.clientId, clientSecret: 'mistyped' }),
  loginPageFailed: logsIn(atTeamleader('allow'), { clientId: 'mistyped', clientSecret: null }),
  'notConnected teamleader': setUpTells('teamleader', (background) =>
    background.ask({ type: 'setup/logIn', service: 'teamleader' }),
  ),
  'notConnected exact': setUpTells('exact', (background) => background.ask({ type: 'setup/logIn', service: 'exact' })),
  notAmongYours: setUpTells('exact', acceptStranger),
  keysWithdrawn: setUpTells('exact', withdraw),
} satisfies Partial<Record<CaseName, Case>>;
