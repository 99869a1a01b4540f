/** Every secret that passed between the extension, its user and the services, as the services have seen it. */
import type { SandboxAnswer, SandboxRequest, ServiceName, StandIn } from '../sandbox/contract.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

const NAMES = ['access_token', 'refresh_token', 'code', 'client_secret', 'password', 'Password'];

/** Shorter ones would be found in any text. */
const SHORTEST = 8;

export class IssuedSecrets {
  readonly #found = new Set<string>([TEAMLEADER_APP.clientSecret, EXACT_APP.clientSecret]);

  readonly #lastTokens = new Map<ServiceName, string>();

  /** Watches from now on. The users get passwords that stand in no text by chance. */
  constructor({ business, teamleader, exact }: Sandbox) {
    for (const user of Object.values(business.users)) {
      Object.assign(user, { password: crypto.randomUUID() });
      this.#found.add(user.password);
    }
    for (const standIn of [teamleader, exact]) this.#watch(standIn);
  }

  get count(): number {
    return this.#found.size;
  }

  /** The one that a call of the service's API carried last. */
  lastTokenOf(service: ServiceName): string {
    return this.#lastTokens.get(service) ?? '';
  }

  /** How many of them stand in the text, plainly or as an address writes them. */
  countIn(text: string): number {
    const hits = [...this.#found].filter(
      (secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)),
    );
    return hits.length;
  }

  #watch(standIn: StandIn): void {
    const handle = standIn.handle.bind(standIn);
    standIn.handle = async (request) => {
      const answer = await handle(request);
      const token = bearerOf(request);
      if (token !== null) this.#lastTokens.set(standIn.service, token);
      for (const secret of [token ?? '', ...secretsAskedWith(request), ...secretsAnsweredWith(answer)]) {
        if (secret.length >= SHORTEST) this.#found.add(secret);
      }
      return answer;
    };
  }
}

const bearerOf = ({ headers }: SandboxRequest): string | null =>
  /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1] ?? null;

function secretsAskedWith({ headers, body, url }: SandboxRequest): string[] {
  const isForm = headers['content-type']?.includes('form-urlencoded') === true;
  return [...(isForm ? secretsIn(new URLSearchParams(body)) : []), ...secretsIn(url.searchParams)];
}

function secretsAnsweredWith({ headers = {}, body }: SandboxAnswer): string[] {
  const location = headers['location'];
  const text = typeof body === 'string' ? body : '';
  const inJson = [...text.matchAll(/"(?:access|refresh)_token":\s*"([^"]+)"/g)].map(([, secret = '']) => secret);
  if (typeof location !== 'string') return inJson;
  const { searchParams, hash } = new URL(location, 'https://sandbox.invalid');
  return [...inJson, ...secretsIn(searchParams), ...secretsIn(new URLSearchParams(hash.slice(1)))];
}

const secretsIn = (form: URLSearchParams): string[] => NAMES.flatMap((name) => form.getAll(name));
