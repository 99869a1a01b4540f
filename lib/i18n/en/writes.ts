import type { Written } from '../../store/write-record.ts';
import type { Worded } from '../worded.ts';

/** The history of what was written, and the ways to where something is mended. */
export const writes = {
  fixes: {
    preview: 'Preview again',
    setup: 'Set-up: {step}',
    teamleader: 'Open Teamleader',
    exact: 'Open Exact Online',
    attention: 'Go to the question',
    help: 'Get the diagnostics file',
    extensions: 'Open the browser’s extensions',
    syncAgain: 'Sync again',
  },
  history: {
    title: 'What was written',
    text: 'All that Boekbrug made or changed, or tried to, newest first: what, why, and how it ended. The preferences say for how long this is kept.',
    none: 'Nothing has been written yet.',
    search: 'Search by number, name or id',
    noMatch: 'Nothing matches.',
    shown: 'The first {shown} of {count}. Search to find the others.',
    found: 'Found: {count}',
    showDone: 'Done',
    showRefused: 'Refused',
    showUnknown: 'Answer not known',
    at: 'When',
    atUtc: 'When (UTC)',
    written: 'What and why',
    ids: 'Ids',
    what: {
      salesEntry: 'Sales entry for {name}',
      account: 'New account for {name}',
      accountChange: 'Details of the account of {name}',
      bankAccount: 'Bank account {name}',
      document: 'Place for the PDF of {name}',
      attachment: 'PDF of {name}',
      payment: 'Payment of {name} in Teamleader',
      paymentRemoval: 'Removal of the payments of {name} in Teamleader',
    } satisfies Record<Written, string>,
    why: {
      title: 'Why',
      salesEntry: 'It is dated from the start date on, and did not stand in Exact.',
      account: 'The customer of {number}, whom Exact did not know.',
      accountChange: 'The customer of {number}: Exact lacked a detail, or Teamleader’s is newer.',
      bankAccount: 'Teamleader knows it of a customer who is new in Exact.',
      document: 'The set-up says that PDFs are stored with their entries.',
      attachment: 'The set-up says that PDFs are stored with their entries.',
      payment: 'Exact has received it.',
      paymentRemoval: 'You asked for it: Exact had it as open again.',
    },
    how: {
      sent: 'On its way, or broken off',
      done: 'Done',
      refused: 'Refused: {text}',
      lost: 'No answer came',
      found: 'Done: no answer came, but it was found there',
    },
    fileName: 'boekbrug-written',
  },
};

export type WritesTexts = Worded<typeof writes>;
