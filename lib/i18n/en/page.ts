import type { Worded } from '../worded.ts';

/** What the invoice list, its panel and the notification say, and the words that all screens share. */
export const page = {
  badge: {
    outOfScope: 'Not in scope',
    waiting: 'To book',
    booking: 'Booking…',
    booked: 'Booked',
    adopted: 'In Exact',
    attention: 'Needs attention',
    changed: 'Changed since',
    removed: 'Gone from Exact',
  },
  badgeTitle: {
    outOfScope:
      'Drafts, documents from before the start date and those of other company entities are not booked. Is it new? Sync again.',
    waiting: 'Not booked in Exact yet. The next sync takes it.',
    waitingUntil: 'Goes on by itself at {time}.',
    booking: 'Being booked in Exact.',
    booked: 'Entry {entryNumber} in journal {journal}, {date}',
    adopted: 'It stood in Exact already: entry {entryNumber} in journal {journal}, {date}',
    changed: 'It was changed after it was booked. Click to see what differs, and what you can do.',
    removed: 'Its entry was removed in Exact. Click to see what you can do.',
  },
  button: {
    idle: 'Sync to Exact',
    idleTitle: 'Book new invoices and credit notes in Exact Online',
    working: 'Syncing {done} of {total}',
    starting: 'Syncing…',
    done: 'Up to date',
    doneTitle: 'Last sync {time}. Click to sync again.',
    attention: '{count} need attention',
    attentionOne: '1 needs attention',
    attentionTitle: 'Click to sync again.',
    notSetUp: 'Set up Boekbrug',
    notSetUpTitle: 'Connect Teamleader and Exact Online first',
    held: 'Boekbrug is on hold',
    heldTitle: 'Log in again, or say that another user may go on. Click to do so.',
  },
  phase: {
    queued: 'Waiting for its turn',
    collecting: 'Reading Teamleader',
    looking: 'Looking in Exact',
    planning: 'Checking the documents',
    booking: 'Booking',
    checking: 'Reading back what was booked',
    attaching: 'Storing PDFs with the entries',
    following: 'Bringing payments to Teamleader',
    ended: 'Done',
  },
  count: {
    booked: 'booked',
    adopted: 'already in Exact',
    unchanged: 'booked before',
    waiting: 'waiting',
    blocked: 'need attention',
  },
  /** The same of one. */
  countOne: {
    booked: 'booked',
    adopted: 'already in Exact',
    unchanged: 'booked before',
    waiting: 'waiting',
    blocked: 'needs attention',
  },
  panel: {
    done: 'Everything is booked',
    nothing: 'Nothing new to book',
    attention: 'Some documents need attention',
    stopped: 'The sync stopped',
    more: 'The first {shown} of {all}. The options page has them all.',
  },
  notification: {
    done: 'Boekbrug: sync finished',
    stopped: 'Boekbrug: the sync stopped',
    counts: 'Booked: {booked}. Already in Exact: {adopted}. Need attention: {blocked}. Waiting: {waiting}.',
  },
  document: { invoice: 'Invoice', creditNote: 'Credit note' },
  service: { teamleader: 'Teamleader', exact: 'Exact Online' },
};

export type PageTexts = Worded<typeof page>;
