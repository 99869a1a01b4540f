import { createLogin, type Login, type LoginTools } from '../http/login.ts';
import { EXACT_REGIONS, type Region } from '../region.ts';

export function createExactLogin(region: Region, tools: LoginTools): Login {
  const oauth = `https://start.exactonline.${EXACT_REGIONS[region]}/api/oauth2`;
  return createLogin({ authorize: `${oauth}/auth`, token: `${oauth}/token` }, tools);
}
