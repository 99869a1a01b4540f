import { accounts } from './accounts.ts';
import type { Properties } from './property.ts';

/** An account, with the place of its last change in the order of all changes. */
export const syncAccounts = {
  Timestamp: ['Int64', 'GPU'],
  ...accounts,
} as const satisfies Properties;
