import { createHash, randomBytes } from 'node:crypto';

/** The same UUID for the same parts, for records that the business does not tell of. */
export function uuidFrom(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** An unguessable token. */
export const newSecret = (): string => randomBytes(24).toString('base64url');
