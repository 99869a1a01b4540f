import { z } from 'zod';
import { regionSchema } from '../connection.ts';
import { type Tokens, tokensSchema } from '../http/oauth.ts';
import type { Service } from '../outcome.ts';
import { type Item, type Lock, type Settings, type StorageArea, storedItem } from '../store/settings.ts';

/** The app that a log-in is made with, and the country; only at Exact does the country matter. */
const madeWithSchema = z.object({ clientId: z.string(), region: regionSchema });
type MadeWith = z.infer<typeof madeWithSchema>;

/** An earlier version did not note it: there it is taken for what holds now. */
const loginSchema = tokensSchema.extend({ madeWith: madeWithSchema.optional() });

/**
 * The log-in at a service. It holds for its own app in its own country, and is as if it were not there while others are
 * set: chosen by the user or preset by the company, for good or while a policy is written anew.
 */
export interface StoredLogin {
  read(): Promise<Tokens | null>;
  begin(tokens: Tokens, madeWith: MadeWith): Promise<void>;
  /** The same log-in with other tokens; null forgets it. */
  renew(tokens: Tokens | null): Promise<void>;
  forget(): Promise<void>;
}

export function storedLogin(area: StorageArea, lock: Lock, service: Service, settings: Item<Settings>): StoredLogin {
  // Of what another version wrote and this one cannot read, nothing is kept: it is learnt anew.
  const item = storedItem(area, lock, `tokens/${service}`, loginSchema.nullable().catch(null), null);
  const madeNow = async (): Promise<MadeWith | undefined> => {
    const { keys, region } = await settings.read();
    const clientId = keys[service]?.clientId;
    return clientId === undefined ? undefined : { clientId, region };
  };
  const isSame = (one: MadeWith, other: MadeWith): boolean =>
    one.clientId === other.clientId && (service === 'teamleader' || one.region === other.region);
  return {
    read: async () => {
      const [stored, now] = await Promise.all([item.read(), madeNow()]);
      if (stored === null || now === undefined) return null;
      const { madeWith = now, ...tokens } = stored;
      return isSame(madeWith, now) ? tokens : null;
    },
    begin: async (tokens, madeWith) => void (await item.change(() => ({ ...tokens, madeWith }))),
    renew: async (tokens) => {
      const now = await madeNow();
      await item.change((before) => tokens && { ...tokens, madeWith: before?.madeWith ?? now });
    },
    forget: item.forget,
  };
}
