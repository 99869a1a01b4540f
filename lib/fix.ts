import type { Cause, CauseType, Service } from './outcome.ts';
import type { PaymentCause } from './payment.ts';

/** The steps of the set-up, in their order. Each is also the id of its section. */
export const SETUP_STEPS = [
  'teamleader',
  'exact',
  'entity',
  'division',
  'other',
  'import',
  'vat',
  'accounts',
  'terms',
  'firstSync',
  'automatic',
] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** One place where a cause is mended, and that is one click away. */
export type Fix =
  | { readonly at: 'setup'; readonly step: SetupStep }
  /** The document's page in Teamleader, or the invoice list where there is no document. */
  | { readonly at: 'teamleader' }
  /** Exact, in the connection's division. */
  | { readonly at: 'exact' }
  /** The question stands there. */
  | { readonly at: 'attention' }
  /** The file for who helps. */
  | { readonly at: 'help' }
  /** The browser's page of extensions. */
  | { readonly at: 'extensions' }
  /** The preview, made anew. */
  | { readonly at: 'preview' }
  /** By syncing once more. */
  | { readonly at: 'syncAgain' };

const setup = (step: SetupStep): Fix => ({ at: 'setup', step });
const teamleader: Fix = { at: 'teamleader' };
const exact: Fix = { at: 'exact' };
const syncAgain: Fix = { at: 'syncAgain' };
const help: Fix = { at: 'help' };

type Fixes = readonly [Fix, ...Fix[]];

/** By hand in Exact, after a look at the document. */
const BY_HAND: Fixes = [teamleader, exact];

const FIXES: Readonly<Record<Exclude<CauseType, Waiting | AtAnAccount | AtAService>, Fixes>> = {
  taxRateNotLinked: [setup('vat')],
  vatCodeUnusable: [setup('vat'), exact],
  discountAccountNotSet: [setup('accounts')],
  journalMissing: [setup('division')],
  journalBlocked: [exact, setup('division')],
  totalsDiffer: BY_HAND,
  amountTooFine: BY_HAND,
  vatNumberInvalid: [teamleader],
  vatNumberNeeded: [teamleader],
  customerMissing: [teamleader],
  customerBlocked: [exact],
  customerAmbiguous: [{ at: 'attention' }, exact],
  currencyNotActive: [exact],
  currencyNotAllowed: [exact, setup('division')],
  exchangeRateMissing: [teamleader],
  exchangeRateUnclear: [exact, teamleader],
  taxWithheld: BY_HAND,
  noLines: BY_HAND,
  entryNumberTaken: [exact],
  bookedTwice: [exact],
  periodClosed: [exact],
  financialYearMissing: [exact],
  readBackDiffers: [exact],
  changedSincePreview: [{ at: 'preview' }, syncAgain],
  stoppedByUser: [syncAgain],
  unreachable: [syncAgain],
  notUnderstood: [syncAgain, help],
  storageFull: [syncAgain],
  storageHeld: [syncAgain],
  newerVersion: [{ at: 'extensions' }],
  unexpected: [syncAgain, help],
};

/** These go on by themselves: there is nothing to mend, and their text says when. */
export const WAITING = [
  'limitReached',
  'tooManyErrors',
  'colleagueBooking',
  'notReadBack',
  'answerLost',
  'colleagueImporting',
  'importAnswerLost',
  'toBookAgain',
] as const satisfies CauseType[];
type Waiting = (typeof WAITING)[number];
type AtAnAccount = Extract<Cause, { usedBy: unknown }>['type'];
type AtAService = 'refused' | 'notConnected' | 'loginNeeded' | 'rightMissing';

const AT_SERVICE: Readonly<Record<Service, Fix>> = { teamleader, exact };

/** Where the cause is mended, the best place first; none only where nothing needs to be. Feature F1. */
export function fixesOf(cause: Cause): readonly Fix[] {
  switch (cause.type) {
    case 'limitReached':
    case 'tooManyErrors':
    case 'colleagueBooking':
    case 'notReadBack':
    case 'answerLost':
    case 'colleagueImporting':
    case 'importAnswerLost':
    case 'toBookAgain':
      return [];
    case 'glAccountMissing':
    case 'glAccountBlocked':
    case 'glAccountUnfit':
      // The address of a product category in Teamleader is not known; its account is mended in Exact.
      return cause.usedBy.kind === 'productCategory' ? [exact] : [setup('accounts'), exact];
    case 'refused':
      return [AT_SERVICE[cause.service], syncAgain];
    case 'rightMissing':
      // The set-up checks the rights that are needed in Exact.
      return cause.service === 'exact'
        ? [exact, setup('division'), syncAgain]
        : [teamleader, setup('teamleader'), syncAgain];
    case 'notConnected':
    case 'loginNeeded':
      return [setup(cause.service)];
    default:
      return FIXES[cause.type];
  }
}

const PAYMENT_FIXES: Readonly<Record<PaymentCause['type'], Fixes>> = {
  writtenOff: BY_HAND,
  discountTaken: BY_HAND,
  settledOtherwise: [exact, teamleader],
  registeredTwice: [teamleader],
  paidInOtherCurrency: [exact, teamleader],
  amountsDiffer: BY_HAND,
  paymentRefused: [teamleader],
};

/** The same of payments, beside what is offered to be done about them here. */
export const paymentFixesOf = ({ type }: PaymentCause): Fixes => PAYMENT_FIXES[type];
