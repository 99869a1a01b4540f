import { accounts } from './accounts.ts';
import type { Properties } from './property.ts';

/** The sync endpoint's rows are the ordinary ones, with the cursor. */
export const syncAccounts = { ...accounts, Timestamp: ['Int64', 'GPU'] } as const satisfies Properties;
