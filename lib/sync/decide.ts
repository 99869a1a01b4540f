import { type EntryIndex, findBooked, takesBack } from '../accounting/booked.ts';
import { mentionsNumber } from '../accounting/entry-number.ts';
import type { BookedEntry, DocumentHeader } from '../accounting/facts.ts';
import { idsIn } from '../accounting/lookup.ts';
import { compareReadBack } from '../accounting/read-back.ts';
import type { Connection } from '../connection.ts';
import type { EntryReference, Outcome } from '../outcome.ts';
import type { SalesEntryIntent } from '../store/records.ts';
import { believedAt, stillInDoubt } from './causes.ts';
import { standingOf } from './figures.ts';

export const referenceTo = (entry: BookedEntry, connection: Connection): EntryReference => ({
  id: entry.id,
  entryNumber: entry.entryNumber,
  journal: entry.journal,
  date: entry.date,
  division: connection.division.code,
});

/** What the books say of a document: it ended, or it is to be booked. */
export type Decision = { readonly do: 'end'; readonly outcome: Outcome } | { readonly do: 'book' };

const end = (outcome: Outcome): Decision => ({ do: 'end', outcome });

/**
 * Decides from what stands in the journals, and from what we may have written there ourselves.
 * @param intent our own open write for the document, or null
 * @param now epoch milliseconds
 */
export function decide(
  document: DocumentHeader,
  entries: EntryIndex,
  intent: SalesEntryIntent | null,
  connection: Connection,
  now: number,
): Decision {
  const found = findBooked(document, entries, connection);
  switch (found.kind) {
    case 'several':
      return end({
        state: 'blocked',
        cause: { type: 'bookedTwice', entryNumbers: found.entries.map((entry) => entry.entryNumber) },
        entry: null,
      });
    case 'one': {
      const entry = referenceTo(found.entry, connection);
      if (intent === null) return end(adoptionOf(document, found.entry, entry));
      const equal = compareReadBack(
        { ...intent.entry, accountId: intent.accountId },
        found.entry,
        connection.division.currency,
      );
      if (!equal.ok) return end({ state: 'blocked', cause: equal.error, entry });
      // It stands as it was sent; the document may have been changed since.
      const adopted = adoptionOf(document, found.entry, entry);
      return end(adopted.state === 'adopted' ? { ...adopted, state: 'booked' } : adopted);
    }
    case 'numberTaken':
      // Another document's number came to the same: Exact numbers this one itself.
      if (intent === null && isOfAnotherNumber(found.entry, document)) return { do: 'book' };
      if (intent === null || isBelieved(intent, now)) {
        return end({
          state: 'blocked',
          cause: { type: 'entryNumberTaken', entryNumber: found.entry.entryNumber, journal: found.entry.journal },
          entry: null,
        });
      }
      return end(stillInDoubt(intent));
    case 'none':
      return intent === null || isBelieved(intent, now) ? { do: 'book' } : end(stillInDoubt(intent));
  }
}

const UNREAD_WAIT_MS = 24 * 60 * 60_000;

/**
 * A booking that was noted in a form which cannot be read holds its document back for a day, unless the books show it.
 * @param unreadSince epoch milliseconds, or null where there is none
 * @returns the outcome as long as it is held back, else null
 */
export function stillUnread(decision: Decision, unreadSince: number | null, now: number): Outcome | null {
  if (unreadSince === null || now >= unreadSince + UNREAD_WAIT_MS) return null;
  const isShown = decision.do === 'end' && !isTakenByAnother(decision.outcome);
  const until = unreadSince + UNREAD_WAIT_MS;
  return isShown ? null : { state: 'waiting', cause: { type: 'answerLost', write: 'booking', until }, until };
}

const isTakenByAnother = (outcome: Outcome): boolean =>
  outcome.state === 'blocked' && outcome.cause.type === 'entryNumberTaken';

/** The entry is the document's, whatever it says. */
export const adopting = (document: DocumentHeader, found: BookedEntry, connection: Connection): Outcome => ({
  state: 'adopted',
  entry: referenceTo(found, connection),
  standing: standingOf(document, found),
});

/** An entry of somebody else's is taken for the document's only if it says the same amount. */
function adoptionOf(document: DocumentHeader, found: BookedEntry, entry: EntryReference): Outcome {
  const { kind, gross } = document;
  const isEqual = found.gross.abs().eq(gross.abs()) && !takesBack(found, document);
  if (isEqual) return { state: 'adopted', entry, standing: standingOf(document, found) };
  const [sent, stands] = kind === 'invoice' ? [gross, found.gross] : [gross.abs(), found.gross.abs()];
  return {
    state: 'blocked',
    cause: { type: 'readBackDiffers', what: 'gross', sent: sent.toFixed(), found: stands.toFixed() },
    entry,
  };
}

/** Numbers can be given again in Teamleader: only an entry of ours that bears another number is no sign of that. */
const isOfAnotherNumber = ({ link, yourRef }: BookedEntry, { number }: DocumentHeader): boolean =>
  idsIn(link).length > 0 && yourRef !== null && !mentionsNumber(yourRef, number);

const isBelieved = (intent: SalesEntryIntent, now: number): boolean => now >= believedAt(intent);
