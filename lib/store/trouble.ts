import type { Cause } from '../outcome.ts';

/** What is stored was written by a later version, in a form that this one cannot know. */
export class NewerVersionError extends Error {
  override readonly name = 'NewerVersionError';
}

/** Somebody else in this browser has the database open and does not give way. */
export class StorageHeldError extends Error {
  override readonly name = 'StorageHeldError';
}

/** Why something could not be read or stored, or broke otherwise, as the user is told of it. */
export function troubleOf(error: unknown): Cause {
  if (error instanceof NewerVersionError) return { type: 'newerVersion' };
  if (error instanceof StorageHeldError) return { type: 'storageHeld' };
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { type: 'storageFull' };
  return { type: 'unexpected', detail: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
}
