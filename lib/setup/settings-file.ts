/** Settings as a file without secrets, for another browser or for safety. Feature B13. */
import { z } from 'zod';
import { type ConnectionDraft, connectionDraftSchema, regionSchema } from '../connection.ts';
import { NEW_DRAFT } from '../connection-draft.ts';
import type { SettingsFileProblem } from '../messages.ts';
import { err, ok, type Result } from '../result.ts';
import { draftIn, type Settings, unsavedKeys } from '../store/settings.ts';

const VERSION = 2;
const clientIdSchema = z.string().max(200).nullable();

/** Whether another integration is at work is asked in every browser. */
const mappingSchema = connectionDraftSchema.omit({ otherIntegration: true }).strict();

/** What is in the file is listed here: what is not, cannot come into it. */
const settingsFileSchema = z.strictObject({
  product: z.literal('Boekbrug'),
  version: z.literal(VERSION),
  region: regionSchema,
  clientIds: z.strictObject({ teamleader: clientIdSchema, exact: clientIdSchema }),
  /** One for each connection. */
  mappings: z.array(mappingSchema).max(100),
});
export type SettingsFile = z.infer<typeof settingsFileSchema>;

/** There was one connection then. */
const firstFileSchema = settingsFileSchema.omit({ mappings: true }).extend({
  version: z.literal(1),
  mapping: mappingSchema,
});

const ofUsSchema = z.object({ product: z.literal('Boekbrug') });
const laterSchema = z.object({ version: z.number().gt(VERSION) });
const firstSchema = z.object({ version: z.literal(1) });

/** What the set-up shows of every connection, and what is none yet. */
export function settingsFile(settings: Settings): string {
  const { region, keys, connections } = settings;
  const saved = [...connections.map(({ id }) => id), ...unsavedKeys(settings)];
  const file: SettingsFile = {
    product: 'Boekbrug',
    version: VERSION,
    region,
    clientIds: { teamleader: keys.teamleader?.clientId ?? null, exact: keys.exact?.clientId ?? null },
    mappings: saved.map((key) => {
      const { otherIntegration: _, ...mapping } = draftIn(settings, key);
      return mapping;
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function readSettingsFile(text: string): Result<SettingsFile, SettingsFileProblem> {
  const content = parsedJson(text);
  if (content === undefined) return err({ type: 'notJson' });
  if (!ofUsSchema.safeParse(content).success) return err({ type: 'notOurs' });
  if (laterSchema.safeParse(content).success) return err({ type: 'newer' });
  const isFirst = firstSchema.safeParse(content).success;
  const file = isFirst
    ? firstFileSchema.transform(fromFirst).safeParse(content)
    : settingsFileSchema.safeParse(content);
  if (file.success) return ok(file.data);
  const [issue] = file.error.issues;
  const field = issue?.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : (issue?.path ?? []);
  return err({ type: 'wrongField', field: field.join('.') });
}

const fromFirst = ({ mapping, ...rest }: z.infer<typeof firstFileSchema>): SettingsFile => ({
  ...rest,
  version: VERSION,
  mappings: [mapping],
});

/**
 * Each mapping becomes the draft of its connection, or of a new one, which the user sees and saves. Keys that stand stay:
 * a secret belongs to its id.
 */
export function withSettingsFile(all: Settings, { clientIds, mappings }: SettingsFile, newKey: () => string): Settings {
  const known = [...all.connections.map(({ id }) => id), ...unsavedKeys(all)];
  const keyed = mappings.map((mapping, index) => {
    const key = known.find((one) => isSame(draftIn(all, one), mapping));
    const isFirst = all.connections.length === 0 && index === 0;
    const { otherIntegration } = all.connections.find(({ id }) => id === key) ?? { otherIntegration: null };
    return [key ?? (isFirst ? NEW_DRAFT : newKey()), { ...mapping, otherIntegration }] as const;
  });
  return {
    ...all,
    drafts: { ...all.drafts, ...Object.fromEntries(keyed) },
    editing: keyed[0]?.[0] ?? all.editing,
    keys: {
      teamleader: all.keys.teamleader ?? keysWith(clientIds.teamleader),
      exact: all.keys.exact ?? keysWith(clientIds.exact),
    },
  };
}

const isSame = (draft: ConnectionDraft, mapping: z.infer<typeof mappingSchema>): boolean =>
  draft.companyEntityId === mapping.companyEntityId && draft.divisionCode === mapping.divisionCode;

const keysWith = (clientId: string | null) => (clientId === null ? null : { clientId, clientSecret: null });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
