import { createLogin, type Login, type LoginTools } from '../http/login.ts';
import type { Tokens } from '../http/oauth.ts';

const ENDPOINTS = {
  authorize: 'https://focus.teamleader.eu/oauth2/authorize',
  token: 'https://focus.teamleader.eu/oauth2/access_token',
} as const;

export const createTeamleaderLogin = (tools: LoginTools): Login => createLogin(ENDPOINTS, tools);

/** Teamleader gives a new token at any time. */
export const earliestTeamleaderRenewal = ({ obtainedAt }: Tokens): number => obtainedAt;
