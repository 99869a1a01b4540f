import { accounts } from './accounts.ts';
import type { Properties } from './property.ts';

/** The sync endpoint's rows are the ordinary ones, with the cursor. */
export const syncAccounts: Properties = { ...accounts, Timestamp: 'Int64 GPU' };
