/** Settings as a file without secrets, for another browser or for safety. Feature B13. */
import { z } from 'zod';
import { connectionDraftSchema, regionSchema } from '../connection.ts';
import type { SettingsFileProblem } from '../messages.ts';
import { err, ok, type Result } from '../result.ts';
import type { Settings } from '../store/settings.ts';

const VERSION = 1;
const clientIdSchema = z.string().max(200).nullable();

/** What is in the file is listed here: what is not, cannot come into it. */
const settingsFileSchema = z.strictObject({
  product: z.literal('Boekbrug'),
  version: z.literal(VERSION),
  region: regionSchema,
  clientIds: z.strictObject({ teamleader: clientIdSchema, exact: clientIdSchema }),
  /** Whether another integration is at work is asked in every browser. */
  mapping: connectionDraftSchema.omit({ otherIntegration: true }).strict(),
});
export type SettingsFile = z.infer<typeof settingsFileSchema>;

const ofUsSchema = z.object({ product: z.literal('Boekbrug') });
const laterSchema = z.object({ version: z.number().gt(VERSION) });

export function settingsFile({ region, keys, draft: { otherIntegration: _, ...mapping } }: Settings): string {
  const file: SettingsFile = {
    product: 'Boekbrug',
    version: VERSION,
    region,
    clientIds: { teamleader: keys.teamleader?.clientId ?? null, exact: keys.exact?.clientId ?? null },
    mapping,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function readSettingsFile(text: string): Result<SettingsFile, SettingsFileProblem> {
  const content = parsedJson(text);
  if (content === undefined) return err({ type: 'notJson' });
  if (!ofUsSchema.safeParse(content).success) return err({ type: 'notOurs' });
  if (laterSchema.safeParse(content).success) return err({ type: 'newer' });
  const file = settingsFileSchema.safeParse(content);
  if (file.success) return ok(file.data);
  const [issue] = file.error.issues;
  const field = issue?.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : (issue?.path ?? []);
  return err({ type: 'wrongField', field: field.join('.') });
}

/** Becomes the draft, which the user sees and saves. Keys that stand stay: a secret belongs to its id. */
export const withSettingsFile = (settings: Settings, { clientIds, mapping }: SettingsFile): Settings => ({
  ...settings,
  draft: { ...mapping, otherIntegration: null },
  keys: {
    teamleader: settings.keys.teamleader ?? keysWith(clientIds.teamleader),
    exact: settings.keys.exact ?? keysWith(clientIds.exact),
  },
});

const keysWith = (clientId: string | null) => (clientId === null ? null : { clientId, clientSecret: null });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
