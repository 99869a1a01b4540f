/** What a company presets for its staff by policy (managed storage): the keys of its app, and the country of Exact. Feature A1. */
import { z } from 'zod';
import { regionSchema } from '../connection.ts';
import type { Service } from '../outcome.ts';
import type { AppKeys, Item, Settings } from '../store/settings.ts';

const keySchema = z.string().trim().min(1).max(500).optional().catch(undefined);

/** As in public/managed-schema.json. What is not understood is as if it were not there. */
export const presetsSchema = z.object({
  teamleaderClientId: keySchema,
  teamleaderClientSecret: keySchema,
  exactClientId: keySchema,
  exactClientSecret: keySchema,
  exactRegion: regionSchema.optional().catch(undefined),
});
export type Presets = z.infer<typeof presetsSchema>;

/** Which of a service's keys the user need not know. */
export type Preset = 'nothing' | 'clientId' | 'keys';

export function presetOf(service: Service, presets: Presets): Preset {
  if (presets[`${service}ClientId`] === undefined) return 'nothing';
  return presets[`${service}ClientSecret`] === undefined ? 'clientId' : 'keys';
}

/**
 * Settings as the presets leave them: what is preset cannot be changed by the user. It lies over what he entered, and is
 * never stored: what the company withdraws is gone, and what he entered himself holds again.
 */
export const presetSettings = (settings: Item<Settings>, presets: () => Promise<Presets>): Item<Settings> => ({
  read: async () => withPresets(await settings.read(), await presets()),
  change: async (edit) => {
    const given = await presets();
    return withPresets(
      await settings.change((own) => withoutPresets(edit(withPresets(own, given)), own, given)),
      given,
    );
  },
  forget: settings.forget,
});

const withPresets = (own: Settings, presets: Presets): Settings => ({
  ...own,
  region: presets.exactRegion ?? own.region,
  keys: { teamleader: keysIn(own, presets, 'teamleader'), exact: keysIn(own, presets, 'exact') },
});

/** A secret belongs to its id: a typed one holds for the preset id only if it was typed for it. */
function keysIn({ keys, typedForPreset }: Settings, presets: Presets, service: Service): AppKeys | null {
  const clientId = presets[`${service}ClientId`];
  if (clientId === undefined) return keys[service];
  const typed = [typedForPreset[service], keys[service]].find((one) => one?.clientId === clientId);
  return { clientId, clientSecret: presets[`${service}ClientSecret`] ?? typed?.clientSecret ?? null };
}

/** What is to be stored of a change: of what is preset, what the user had entered before. */
function withoutPresets(changed: Settings, own: Settings, presets: Presets): Settings {
  const teamleader = typedIn(changed, own, presets, 'teamleader');
  const exact = typedIn(changed, own, presets, 'exact');
  return {
    ...changed,
    region: presets.exactRegion === undefined ? changed.region : own.region,
    keys: { teamleader: teamleader.keys, exact: exact.keys },
    typedForPreset: { teamleader: teamleader.forPreset, exact: exact.forPreset },
  };
}

interface Typed {
  readonly keys: AppKeys | null;
  readonly forPreset: AppKeys | null;
}

/** Beside a preset id a secret can be typed, where none is preset: it takes the place of no other id's. */
function typedIn(changed: Settings, own: Settings, presets: Presets, service: Service): Typed {
  const clientId = presets[`${service}ClientId`];
  const now = changed.keys[service];
  const before: Typed = { keys: own.keys[service], forPreset: own.typedForPreset[service] };
  if (clientId === undefined) return { ...before, keys: now };
  if (presets[`${service}ClientSecret`] !== undefined || (now !== null && now.clientId !== clientId)) return before;
  if (before.keys?.clientId === clientId) return { ...before, keys: now };
  const isNothing = (now?.clientSecret ?? null) === null && before.forPreset?.clientId !== clientId;
  return isNothing ? before : { ...before, forPreset: now };
}
