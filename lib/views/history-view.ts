import { actionsFor } from '../document-action.ts';
import type { DocumentView, RunView } from '../messages.ts';
import { driftIn, isSettled, lookIn, type Outcome } from '../outcome.ts';
import type { PaymentAction } from '../payment.ts';
import type { DocumentRecord, RunRecord } from '../store/records.ts';

/** What the extension's own pages show of a run: not which documents it is about, of which there may be thousands. */
export const viewRun = ({ only: _, ...run }: RunRecord): RunView => run;

/** @param wish what the user has asked for about its payments and is not done yet */
export const viewDocument = (
  { updatedAt: _, triedAt: __, due: ___, follow: ____, outcome, ...record }: DocumentRecord,
  wish: PaymentAction | null,
): DocumentView => ({
  ...record,
  wish,
  outcome: withoutStanding(outcome),
  drift: driftIn(outcome),
  look: lookIn(outcome),
  actions: actionsFor(outcome),
});

const withoutStanding = (outcome: Outcome): Outcome =>
  isSettled(outcome) ? { state: outcome.state, entry: outcome.entry } : outcome;
