import type { Cause, CauseType, Service } from '../../outcome.ts';
import type { Worded } from '../worded.ts';

type Sentences = readonly [string, string];
type TellingWrite = Extract<Cause, { write: unknown }>['type'];
type GrantedElsewhere = 'rightMissing';

/** Each cause in two sentences: what happened, and what to do. */
export const causes = {
  cause: {
    taxRateNotLinked: ['The tax rate {taxRate} is not linked to a VAT code.', 'Link it in the set-up, under VAT.'],
    vatCodeUnusable: [
      'VAT code {vatCode} cannot be used: {reason}.',
      'Link another VAT code in the set-up, or correct the code in Exact.',
    ],
    glAccountMissing: [
      'G/L account {code} was not found in Exact.',
      'Create it in Exact, or choose another one: it is named by {usedBy}.',
    ],
    glAccountBlocked: [
      'G/L account {code} ({name}) is blocked in Exact.',
      'Unblock it in Exact, or choose another one: it is named by {usedBy}.',
    ],
    glAccountUnfit: [
      'Sales cannot be booked on G/L account {code} ({name}): Exact keeps it for another use.',
      'Choose a revenue account: this one is named by {usedBy}.',
    ],
    amountTooFine: [
      'Teamleader states an amount of {amount}, finer than {currency} has.',
      'Correct the document in Teamleader, or book it by hand in Exact with its number as the reference.',
    ],
    vatNumberNeeded: [
      '{name} has no VAT number, and VAT code {vatCode} puts the sale on the EU sales listing.',
      'Enter the VAT number at the customer in Teamleader, or choose another tax rate on the document.',
    ],
    currencyNotActive: [
      '{currency} is not in use in the division.',
      'Activate the currency in Exact, then sync again.',
    ],
    exchangeRateUnclear: [
      'The exchange rate {rate} for {currency} is far from the one in Exact, or Exact has none.',
      'Enter the currency’s rate in Exact (exchange rates), or correct the rate on the document in Teamleader.',
    ],
    discountAccountNotSet: [
      'The document has a discount, but no discount account is chosen.',
      'Choose a discount account in the set-up.',
    ],
    journalMissing: ['Sales journal {journal} was not found in Exact.', 'Choose another journal in the set-up.'],
    journalBlocked: [
      'Journal {journal} is blocked in Exact.',
      'Unblock it in Exact, or choose another journal in the set-up.',
    ],
    totalsDiffer: [
      'The {figure} cannot be made equal: Teamleader says {teamleader}, the lines give {entry}.',
      'Book this one by hand in Exact, with its number as the reference; it is then recognised.',
    ],
    vatNumberInvalid: [
      'The VAT number {vatNumber} is not valid.',
      'Correct it at the customer in Teamleader. The form for {country} is {format}.',
    ],
    customerMissing: [
      'The customer {name} was not found in Teamleader.',
      'Check that the customer still exists and that your app may read companies and contacts.',
    ],
    customerBlocked: ['The account {name} is blocked in Exact.', 'Unblock the account in Exact, then sync again.'],
    customerAmbiguous: [
      'Several accounts in Exact may be {name}: {candidates}.',
      'Say in Boekbrug which it is, or merge the accounts in Exact.',
    ],
    currencyNotAllowed: [
      'Journal {journal} does not take {currency}.',
      'Allow other currencies for the journal in Exact, or choose another journal.',
    ],
    exchangeRateMissing: [
      'Teamleader gives no exchange rate for {currency}.',
      'Set the exchange rate on the document in Teamleader.',
    ],
    taxWithheld: [
      'The document has withheld tax, which cannot be booked yet.',
      'Book this one by hand in Exact, with its number as the reference.',
    ],
    noLines: ['The document has no lines.', 'Add a line in Teamleader, or book it by hand.'],
    entryNumberTaken: [
      'Entry number {entryNumber} in journal {journal} belongs to another entry.',
      'Give that entry another number in Exact, or book this document by hand with its number as the reference.',
    ],
    bookedTwice: [
      'It stands in Exact more than once: entries {entryNumbers}.',
      'Remove all but one of these entries in Exact.',
    ],
    periodClosed: ['The period of {date} is closed in Exact.', 'Open the period in Exact, then sync again.'],
    financialYearMissing: [
      'Exact has no financial year for {date}.',
      'Create the financial year in Exact (period-date table), then sync again.',
    ],
    readBackDiffers: [
      'What stands in Exact differs from Teamleader: {what}.',
      'Correct the entry in Exact, or remove it and sync again.',
    ],
    refused: ['{service} refused it: “{text}”', 'Mend what the message names, then sync again.'],
    notConnected: [
      'The client id of your app at {service} is missing.',
      'Enter it in the field “Client id”, then log in.',
    ],
    loginNeeded: [
      '{service} asks you to log in again.',
      'Log in from Boekbrug. Nothing is lost; the sync goes on where it was.',
    ],
    limitReached: [
      'The number of calls that {service} allows is used up.',
      'Nothing to do: it goes on by itself at {until}.',
    ],
    tooManyErrors: [
      'Exact has refused {errors} calls within an hour; a few more, and it would block the access.',
      'Nothing to do: Boekbrug waits until {until}. A sync then goes on by itself, and you can test keys and log in again.',
    ],
    notReadBack: [
      'Exact has booked it, but it has not been read back yet.',
      'Nothing to do: it is compared as soon as Exact can be asked again.',
    ],
    unreachable: ['{service} does not answer.', 'Check your internet connection and try again later.'],
    notUnderstood: [
      'The answer of {service} was not understood ({detail}).',
      'Try again later. If it stays, report it with this text.',
    ],
    storageFull: [
      'This browser has no room left for what Boekbrug notes.',
      'Free some disk space, then sync again. Nothing is lost, and nothing is booked twice.',
    ],
    storageHeld: [
      'Another window of this browser keeps Boekbrug’s storage to itself.',
      'Close Boekbrug’s other tabs, or restart the browser, then try again.',
    ],
    newerVersion: [
      'What is stored here was made by a newer Boekbrug.',
      'Update the extension on your browser’s page of extensions. What you set up is kept.',
    ],
    unexpected: ['Something unexpected happened ({detail}).', 'Try again. If it stays, report it with this text.'],
    stoppedByUser: [
      'You stopped the sync before it was done.',
      'Sync again: it goes on with what is left, and books nothing twice.',
    ],
    colleagueImporting: [
      'A colleague’s Boekbrug imports the same customers right now.',
      'Nothing to do: this one goes on by itself at {until}.',
    ],
    changedSincePreview: [
      'It would be booked otherwise now than the preview showed, so that it was not booked.',
      'Look at the preview again, and book it from there. Or sync: then it is booked as it is now.',
    ],
    toBookAgain: [
      'It is to be booked in Exact again.',
      'Nothing to do: the next sync reads Exact anew first, and books it if it really is not there.',
    ],
    importAnswerLost: [
      'The answer of Teamleader was lost; a company or contact that was just sent may stand there.',
      'Nothing to do: it is looked up in Teamleader at {until}, before anything is sent again.',
    ],
  } satisfies Record<Exclude<CauseType, TellingWrite | GrantedElsewhere>, Sentences>,
  /** By where the administrator is who grants it. */
  causeAtService: {
    rightMissing: {
      teamleader: [
        'Your user or your app lacks a right in Teamleader: {right}.',
        'Ask your administrator in Teamleader to allow it to your user, and see on the app’s page that the app has it too. Then log in again.',
      ],
      exact: [
        'Your user lacks a right in Exact Online: {right}.',
        'Ask your administrator in Exact for it (Users, then Rights).',
      ],
    },
  } satisfies Record<GrantedElsewhere, Record<Service, Sentences>>,
  /** By the kind of write. */
  causeOfWrite: {
    answerLost: {
      booking: [
        'The answer to a booking was lost; it may stand in Exact.',
        'Nothing to do: it is looked up in Exact at {until}, before anything is sent again.',
      ],
      customer: [
        'The answer was lost when the customer was sent to Exact; the account may stand there.',
        'Nothing to do: it is looked up in Exact at {until}, before anything is sent again.',
      ],
      payment: [
        'The answer was lost when a payment was registered; it may stand in Teamleader.',
        'Nothing to do: it is looked up in Teamleader at {until}, before anything is sent again.',
      ],
    },
    colleagueBooking: {
      booking: [
        'A colleague’s Boekbrug books the same documents right now.',
        'Nothing to do: this one goes on by itself at {until}.',
      ],
      payment: [
        'A colleague’s Boekbrug brings the same payments to Teamleader right now.',
        'Nothing to do: this one goes on by itself at {until}.',
      ],
    },
  } satisfies { [T in TellingWrite]: Record<Extract<Cause, { type: T }>['write'], Sentences> },
};

export type CausesTexts = Worded<typeof causes>;
