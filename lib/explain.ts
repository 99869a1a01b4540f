/** What each cause means for the books. Its words, the why and the steps, stand in `lib/i18n`. Feature F1. */
import type { LoginProblem } from './messages.ts';
import type { CauseType } from './outcome.ts';
import type { PaymentCause } from './payment.ts';

/** Everything that is ever in the way. */
export type Explained = CauseType | PaymentCause['type'] | LoginProblem['type'];

export const MEANINGS = [
  /** Nothing of the document stands in Exact. */
  'notBooked',
  /** What goes on with it stands still. */
  'paused',
  /** It may stand there; nothing is sent again before that is known. */
  'inDoubt',
  /** An entry stands there, and says something else. */
  'wrongInBooks',
  /** Revenue and VAT are in the books more than once. */
  'twiceInBooks',
  /** It stands there, and is about to be compared. */
  'booked',
  /** The entry is right; Teamleader asks for another amount than Exact. */
  'askedFor',
  /** Nothing was or is sent for it. */
  'untouched',
] as const;
export type Meaning = (typeof MEANINGS)[number];

const MEANING: Readonly<Record<Explained, Meaning>> = {
  taxRateNotLinked: 'notBooked',
  vatCodeUnusable: 'notBooked',
  glAccountMissing: 'notBooked',
  glAccountBlocked: 'notBooked',
  glAccountUnfit: 'notBooked',
  discountAccountNotSet: 'notBooked',
  journalMissing: 'notBooked',
  journalBlocked: 'notBooked',
  totalsDiffer: 'notBooked',
  amountTooFine: 'notBooked',
  vatNumberInvalid: 'notBooked',
  vatNumberNeeded: 'notBooked',
  customerMissing: 'notBooked',
  customerBlocked: 'notBooked',
  customerAmbiguous: 'notBooked',
  currencyNotActive: 'notBooked',
  currencyNotAllowed: 'notBooked',
  exchangeRateMissing: 'notBooked',
  exchangeRateUnclear: 'notBooked',
  taxWithheld: 'notBooked',
  noLines: 'notBooked',
  entryNumberTaken: 'notBooked',
  bookedTwice: 'twiceInBooks',
  periodClosed: 'notBooked',
  financialYearMissing: 'notBooked',
  readBackDiffers: 'wrongInBooks',
  refused: 'paused',
  notConnected: 'untouched',
  loginNeeded: 'paused',
  rightMissing: 'paused',
  limitReached: 'paused',
  tooManyErrors: 'paused',
  unreachable: 'paused',
  notUnderstood: 'paused',
  storageFull: 'paused',
  storageHeld: 'paused',
  newerVersion: 'untouched',
  unexpected: 'paused',
  colleagueBooking: 'paused',
  colleagueImporting: 'untouched',
  stoppedByUser: 'notBooked',
  notReadBack: 'booked',
  toBookAgain: 'notBooked',
  changedSincePreview: 'notBooked',
  answerLost: 'inDoubt',
  importAnswerLost: 'inDoubt',
  writtenOff: 'askedFor',
  discountTaken: 'askedFor',
  settledOtherwise: 'askedFor',
  registeredTwice: 'askedFor',
  paidInOtherCurrency: 'askedFor',
  amountsDiffer: 'askedFor',
  paymentRefused: 'askedFor',
  loginCancelled: 'untouched',
  loginRefused: 'untouched',
  wrongKeys: 'untouched',
  loginPageFailed: 'untouched',
  notAmongYours: 'paused',
  keysWithdrawn: 'paused',
};

export const meaningOf = (type: Explained): Meaning => MEANING[type];
