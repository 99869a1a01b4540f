import type { SyncView } from '../messages.ts';
import type { DocumentRecord } from '../store/records.ts';
import { groupCauses } from './group-causes.ts';
import { attentionOf } from './page-view.ts';

/** More causes than these are for the list of all. */
const MOST_CAUSES = 3;

/** How many documents need the user, and what holds most of them. */
export const heldIn = (records: readonly DocumentRecord[]): Pick<SyncView, 'attention' | 'held'> => ({
  attention: attentionOf(records),
  held: groupCauses(records)
    .slice(0, MOST_CAUSES)
    .map(({ cause, lastDate, documents: [first, ...others] }) => ({
      cause,
      lastDate,
      connectionId: first.connectionId,
      count: others.length + 1,
      webUrl: others.length === 0 ? first.webUrl : null,
    })),
});
