import { createLogin, type Login, type LoginTools } from '../http/login.ts';

const ENDPOINTS = {
  authorize: 'https://focus.teamleader.eu/oauth2/authorize',
  token: 'https://focus.teamleader.eu/oauth2/access_token',
} as const;

export const createTeamleaderLogin = (tools: LoginTools): Login => createLogin(ENDPOINTS, tools);
