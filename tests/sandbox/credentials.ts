/** The apps that are registered at the stand-ins, as a user would register his own. Worth nothing anywhere else. */
export const REDIRECT_BASE = 'https://ldonpgidjkacfcpblmmpdopalbdmpehi.chromiumapp.org';

export const TEAMLEADER_APP = {
  clientId: '5f1c7a5e3f0b4f0c9d2e6a7b8c9d0e1f',
  clientSecret: 'teamleader-sandbox-secret',
  redirectUri: `${REDIRECT_BASE}/teamleader`,
} as const;

export const EXACT_APP = {
  clientId: '8c9b1f0e-5d0a-4a57-9a55-2f1d7f1c0b42',
  clientSecret: 'exact-sandbox-secret',
  redirectUri: `${REDIRECT_BASE}/exact`,
} as const;
