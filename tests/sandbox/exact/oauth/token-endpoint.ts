import type { SandboxAnswer, SandboxRequest, StandInContext, Switches } from '../../contract.ts';
import { EXACT_APP } from '../../credentials.ts';
import { dailyCount, type ErrorQuota } from '../api/rations.ts';
import type { Grants, Issued, RenewalProblem } from './grants.ts';

const CALLS_A_DAY = 200;
const PLACE = 'token';

/** An OAuth error. */
interface Problem {
  readonly status: number;
  readonly error: string;
  readonly error_description: string;
}

const problem = (error: string, error_description: string, status = 400): Problem => ({
  status,
  error,
  error_description,
});

const RENEWAL_PROBLEMS: Readonly<Record<RenewalProblem, Problem>> = {
  unknown: problem('invalid_grant', 'The refresh token is not valid.'),
  used: problem('invalid_grant', 'Old refresh token used.'),
  tooEarly: problem('access_denied', 'Rate limit exceeded: access_token not expired'),
};

export type TokenEndpoint = (request: SandboxRequest) => SandboxAnswer;

/** Gives tokens for codes and refresh tokens, at most 200 times a day; refusals count as errors. */
export function createTokenEndpoint(
  grants: Grants,
  errorQuota: ErrorQuota,
  { clock, speed, switches, defect }: StandInContext,
): TokenEndpoint {
  const calls = dailyCount(CALLS_A_DAY, clock, speed);

  function answerRequest(request: SandboxRequest): Issued | Problem {
    if (errorQuota.isBlocked(PLACE)) return problem('invalid_request', 'Too many errors: blocked for an hour.', 429);
    if (calls.left <= 0) return problem('invalid_request', 'Too many token requests today.');
    calls.use();
    const { method, headers, body } = request;
    if (method !== 'POST' || !headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
      return problem('invalid_request', 'A form must be posted: application/x-www-form-urlencoded.');
    }
    const form = new URLSearchParams(body);
    if (form.get('client_id') !== EXACT_APP.clientId || form.get('client_secret') !== EXACT_APP.clientSecret) {
      return problem('invalid_client', 'Client authentication failed.');
    }
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return redeem(form, grants, switches);
      case 'refresh_token': {
        const renewed = grants.renew(form.get('refresh_token') ?? '');
        return typeof renewed === 'string' ? RENEWAL_PROBLEMS[renewed] : renewed;
      }
      default:
        return problem('unsupported_grant_type', 'The grant type is not supported.');
    }
  }

  return (request) => {
    const answer = answerRequest(request);
    if (!('error' in answer)) return json(200, answer);
    const { status, ...told } = answer;
    if (errorQuota.note(PLACE, status)) defect(`exact: error quota reached on ${PLACE}`);
    return json(status, told);
  };
}

function redeem(form: URLSearchParams, grants: Grants, { redirectBase }: Switches): Issued | Problem {
  if (form.get('redirect_uri') !== `${redirectBase}/exact`) {
    return problem('invalid_grant', 'The redirect URI differs from the one that the code was given to.');
  }
  return grants.redeem(form.get('code') ?? '') ?? problem('invalid_grant', 'The code is not valid any more.');
}

const json = (status: number, body: unknown): SandboxAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: JSON.stringify(body),
});
