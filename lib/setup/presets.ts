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

/** Settings as the presets leave them: what is preset cannot be changed by the user. */
export const presetSettings = (settings: Item<Settings>, presets: () => Promise<Presets>): Item<Settings> => ({
  read: async () => withPresets(await settings.read(), await presets()),
  change: async (edit) => {
    const given = await presets();
    return settings.change((all) => withPresets(edit(withPresets(all, given)), given));
  },
  forget: settings.forget,
});

const withPresets = (settings: Settings, presets: Presets): Settings => ({
  ...settings,
  region: presets.exactRegion ?? settings.region,
  keys: {
    teamleader: keysWith(settings.keys.teamleader, presets.teamleaderClientId, presets.teamleaderClientSecret),
    exact: keysWith(settings.keys.exact, presets.exactClientId, presets.exactClientSecret),
  },
});

/** A secret belongs to its id: a typed one holds for the preset id only if it was typed for it. */
function keysWith(typed: AppKeys | null, clientId: string | undefined, secret: string | undefined): AppKeys | null {
  if (clientId === undefined) return typed;
  const known = typed?.clientId === clientId ? typed.clientSecret : null;
  return { clientId, clientSecret: secret ?? known };
}
