import { z } from 'zod';
import { regionSchema } from '../connection.ts';
import { type Tokens, tokensSchema } from '../http/oauth.ts';
import type { Service } from '../outcome.ts';
import { type Item, type Lock, type Settings, type StorageArea, storedItem } from '../store/settings.ts';

/** The app that a log-in is made with, and the country; only at Exact does the country matter. */
const madeWithSchema = z.object({ clientId: z.string(), region: regionSchema });
type MadeWith = z.infer<typeof madeWithSchema>;

/** An earlier version did not note it: there it is taken for what holds now. */
const loginSchema = tokensSchema.extend({
  madeWith: madeWithSchema.optional(),
  /** With it the service has refused the app, which says nothing of the log-in. */
  refusedSecret: z.string().optional(),
});
type StoredTokens = z.infer<typeof loginSchema>;

/**
 * The log-in at a service. It holds for its own app in its own country, and is as if it were not there while others are
 * set, or a secret that the service refuses: chosen by the user or preset by the company, for good, while a policy is
 * written anew, or while the secret is being typed.
 */
export interface StoredLogin {
  read(): Promise<Tokens | null>;
  begin(tokens: Tokens, madeWith: MadeWith): Promise<void>;
  /** The same log-in with other tokens, or forgotten (null): if it still is the one with this access token. */
  renew(accessToken: string, tokens: Tokens | null): Promise<void>;
  /** Likewise the one that was to be renewed with this secret, which the service has refused. */
  setAside(accessToken: string, refusedSecret: string): Promise<void>;
  forget(): Promise<void>;
}

export function storedLogin(area: StorageArea, lock: Lock, service: Service, settings: Item<Settings>): StoredLogin {
  // Of what another version wrote and this one cannot read, nothing is kept: it is learnt anew.
  const item = storedItem(area, lock, `tokens/${service}`, loginSchema.nullable().catch(null), null);
  const set = async () => {
    const { keys, region } = await settings.read();
    const mine = keys[service];
    return mine === null ? null : { madeWith: { clientId: mine.clientId, region }, secret: mine.clientSecret };
  };
  const isSame = (one: MadeWith, other: MadeWith): boolean =>
    one.clientId === other.clientId && (service === 'teamleader' || one.region === other.region);
  /** In one step: another log-in, begun meanwhile, is not touched. */
  const changeOnly = async (accessToken: string, edit: (stored: StoredTokens) => StoredTokens | null): Promise<void> =>
    void (await item.change((stored) => (stored?.accessToken === accessToken ? edit(stored) : stored)));
  return {
    read: async () => {
      const [stored, now] = await Promise.all([item.read(), set()]);
      if (stored === null || now === null) return null;
      const { madeWith = now.madeWith, refusedSecret, ...tokens } = stored;
      const isRefused = refusedSecret !== undefined && refusedSecret === now.secret;
      return isSame(madeWith, now.madeWith) && !isRefused ? tokens : null;
    },
    begin: async (tokens, madeWith) => void (await item.change(() => ({ ...tokens, madeWith }))),
    renew: async (accessToken, tokens) => {
      const now = await set();
      await changeOnly(accessToken, ({ madeWith }) => tokens && { ...tokens, madeWith: madeWith ?? now?.madeWith });
    },
    setAside: (accessToken, refusedSecret) => changeOnly(accessToken, (stored) => ({ ...stored, refusedSecret })),
    forget: item.forget,
  };
}
