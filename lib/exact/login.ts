import { createLogin, type Login, type LoginTools } from '../http/login.ts';
import type { Tokens } from '../http/oauth.ts';
import { EXACT_REGIONS, type Region } from '../region.ts';

export function createExactLogin(region: Region, tools: LoginTools): Login {
  const oauth = `https://start.exactonline.${EXACT_REGIONS[region]}/api/oauth2`;
  return createLogin({ authorize: `${oauth}/auth`, token: `${oauth}/token` }, tools);
}

/** Of a token's ten minutes, nine and a half must pass before Exact gives another: asking earlier is an error. */
const SHARE_BEFORE_RENEWAL = 0.95;

export const earliestExactRenewal = ({ obtainedAt, expiresAt }: Tokens): number =>
  obtainedAt + (expiresAt - obtainedAt) * SHARE_BEFORE_RENEWAL;
