import type { SandboxAnswer, SandboxRequest } from '../../contract.ts';
import { API_VERSION, refusal, text, withHeaders } from '../answers.ts';
import type { Tokens } from '../oauth/tokens.ts';
import { creditNoteMethods } from './credit-notes.ts';
import { customerMethods } from './customers.ts';
import { invoiceMethods } from './invoices.ts';
import { masterDataMethods } from './master-data.ts';
import type { Call, Method } from './method.ts';
import { organisationMethods } from './organisation.ts';
import type { RateLimit } from './rate-limit.ts';

const METHODS: ReadonlyMap<string, Method> = new Map(
  [...organisationMethods, ...masterDataMethods, ...invoiceMethods, ...creditNoteMethods, ...customerMethods].map(
    (method) => [method.name, method],
  ),
);

export interface Api {
  readonly tokens: Tokens;
  readonly rateLimit: RateLimit;
  readonly call: Omit<Call, 'now' | 'defect'>;
  now(): number;
  defect(text: string): void;
}

/** One call of the API, from the token to the answer. */
export function answerApi(request: SandboxRequest, api: Api): SandboxAnswer {
  if (request.method === 'OPTIONS') return text(403, 'Forbidden');
  const holder = api.tokens.holderOf(bearerToken(request));
  const answer =
    holder === null
      ? refusal(401, { title: 'Unauthorized' })
      : withHeaders(answerCounted(request, holder.clientId, api), api.rateLimit.headers(holder.clientId));
  return withHeaders(answer, { 'x-api-version': API_VERSION });
}

function answerCounted(request: SandboxRequest, clientId: string, api: Api): SandboxAnswer {
  if (!api.rateLimit.admit(clientId)) return refusal(429, { title: 'Too Many Requests' });
  const name = methodName(request);
  const method = METHODS.get(name);
  if (method === undefined) return refusal(404, { title: `Unknown method ${name}` });

  const defect = (text: string) => api.defect(`teamleader ${name}: ${text}`);
  const version = request.headers['x-api-version'];
  if (version !== API_VERSION) defect(`X-Api-Version is ${version ?? 'missing'}, not ${API_VERSION}`);
  if (request.method !== 'POST') defect(`called with ${request.method}, not POST`);

  const body = bodyOf(request);
  if (body === undefined) return refusal(400, { title: 'The body is not valid JSON' });
  return method.answer(body, { ...api.call, now: api.now(), defect });
}

export const methodName = ({ url }: SandboxRequest): string => url.pathname.slice(1);

const bearerToken = ({ headers }: SandboxRequest): string =>
  /^Bearer (\S+)$/.exec(headers['authorization'] ?? '')?.[1] ?? '';

/** The old GET calls carry their parameters in the query; only flat ones are read. */
function bodyOf({ method, url, body }: SandboxRequest): unknown {
  if (method !== 'POST') return Object.fromEntries(url.searchParams);
  try {
    return body.trim() === '' ? {} : JSON.parse(body);
  } catch {
    return undefined;
  }
}
