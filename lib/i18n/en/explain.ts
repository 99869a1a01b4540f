import type { Explained, Meaning } from '../../explain.ts';
import type { Worded } from '../worded.ts';

interface Explanation {
  readonly why: string;
  /** None where nothing is to be done. */
  readonly steps: readonly string[];
}

/** Each cause at length, for who wants to know: why it is so, what it means for the books, and what to do step by step. */
export const explain = {
  explain: {
    why: 'Why',
    books: 'What it means for your books',
    steps: 'What to do, step by step',
    meaning: {
      notBooked: 'This document is not in Exact: neither its revenue nor its VAT is booked. The other documents go on.',
      paused:
        'What was booked stays as it is. What is not booked yet waits and is taken up again: nothing is lost, and nothing is booked twice.',
      inDoubt:
        'It may have been done or not. Until that is known nothing is sent again, so that it cannot be there twice.',
      wrongInBooks:
        'An entry stands in Exact, but does not say what the document says. Until it is corrected your books, and perhaps your VAT return, are wrong by the difference.',
      twiceInBooks: 'Revenue and VAT of this document count more than once until all entries but one are gone.',
      booked: 'The document is in Exact, once. Only the comparison, cent by cent, is still to come.',
      askedFor:
        'The entry in Exact is right. But Teamleader still asks for money that Exact does not, or the other way round, and may send reminders for it.',
      untouched: 'Nothing was changed, neither in Exact nor in Teamleader.',
    } satisfies Record<Meaning, string>,
    causes: {
      taxRateNotLinked: {
        why: 'Each tax rate in Teamleader needs a VAT code in Exact, which decides where the sale stands in your VAT return. For this rate none has been chosen, and none is guessed.',
        steps: [
          'Open the set-up, under VAT codes.',
          'Choose the code for this rate. When in doubt, ask your bookkeeper which one.',
          'Save, and sync again: every document with this rate is booked.',
        ],
      },
      vatCodeUnusable: {
        why: 'Amounts are sent without VAT, and the VAT must come out as on your invoice. So a code must be for sales, of type exclusive, not blocked, and of the same percentage as the rate.',
        steps: [
          'Open the set-up, under VAT codes, and choose another code for the rate.',
          'If the code itself is wrong, have it corrected in Exact, in the master data, under VAT codes.',
          'Sync again.',
        ],
      },
      glAccountMissing: {
        why: 'The account was removed or given another number in Exact, or its number was mistyped where it was chosen.',
        steps: [
          'Look in Exact’s chart of accounts which account this sale belongs to.',
          'Choose it where the old one was named: at the product category in Teamleader, or in the set-up under G/L accounts. Or create the account in Exact.',
          'Sync again: all documents with this account are booked.',
        ],
      },
      glAccountBlocked: {
        why: 'Exact takes no new entries on a blocked account. Accounts are blocked on purpose, when they are no longer to be used.',
        steps: [
          'Ask your bookkeeper whether the account is to be used again.',
          'If so, unblock it in Exact. If not, choose another one where it was named.',
          'Sync again.',
        ],
      },
      glAccountUnfit: {
        why: 'Accounts of the bank, of receivables or of VAT are kept by Exact itself. A sale that was booked there would upset their balance.',
        steps: [
          'Choose a revenue account instead, where this one was named: it often begins with 70 in Belgium, with 8 in the Netherlands.',
          'Sync again.',
        ],
      },
      discountAccountNotSet: {
        why: 'A discount on the whole document is booked on an account of its own. In the set-up none is chosen, and it is not guessed.',
        steps: [
          'Open the set-up, under G/L accounts.',
          'Choose the account for discounts, or the revenue account if you keep them together.',
          'Save, and sync again.',
        ],
      },
      journalMissing: {
        why: 'The journal that you chose was removed in Exact, or is no sales journal any more.',
        steps: [
          'Open the set-up, under Division and journals.',
          'Choose a sales journal for invoices, and another one for credit notes.',
          'Save, and sync again. What was booked in the old journal stays there.',
        ],
      },
      journalBlocked: {
        why: 'Exact takes no entries in a blocked journal, often because a year was closed or another journal took its place.',
        steps: [
          'Ask your bookkeeper why it was blocked.',
          'Unblock it in Exact, or choose another journal in the set-up.',
          'Sync again.',
        ],
      },
      totalsDiffer: {
        why: 'An entry is sent only if net, VAT and total equal your invoice to the cent. Here the lines, by their rates, come to another sum than the document states.',
        steps: [
          'Open the document in Teamleader and compare its lines with its totals.',
          'If a line is wrong and the document can still be changed, correct it there and sync again.',
          'Else book it by hand in Exact, with the document’s number as the reference: the next sync recognises it.',
        ],
      },
      amountTooFine: {
        why: 'The currency has no such small coins. Exact would round the amount, and the entry would no longer equal your invoice.',
        steps: [
          'Correct the price or quantity in Teamleader, if the document can still be changed.',
          'Else book it by hand in Exact, with the document’s number as the reference.',
        ],
      },
      vatNumberInvalid: {
        why: 'Each country’s VAT numbers have a form and check digits. This one does not fit: often a digit is missing, two are swapped, or the country is wrong. Exact would refuse it, or your EU sales listing would.',
        steps: [
          'Ask the customer for the number, or look it up in VIES, the register of the European Union.',
          'Correct it at the customer in Teamleader, in the form that is shown. If the customer has no VAT number, leave the field empty.',
          'Sync again.',
        ],
      },
      vatNumberNeeded: {
        why: 'Sales without VAT to companies elsewhere in the EU are reported under the customer’s VAT number. Without it, the exemption does not hold.',
        steps: [
          'Ask the customer for the VAT number and enter it in Teamleader.',
          'Is the customer a private person, or at home in your own country? Then the tax rate on the document is wrong: correct that.',
          'Sync again.',
        ],
      },
      customerMissing: {
        why: 'The document names a company or contact that Teamleader does not give: it was deleted or merged, or your app may not read it.',
        steps: [
          'Look in Teamleader whether the customer still exists.',
          'If it was deleted, choose the right customer on the document, if it can still be changed; else book it by hand in Exact, with its number as the reference.',
          'If it is there, check that your app has the rights for companies and contacts, and log in again.',
        ],
      },
      customerBlocked: {
        why: 'Exact books nothing for a blocked account. Somebody has blocked it: for unpaid invoices, or because another account replaces it.',
        steps: [
          'Ask your bookkeeper why the account is blocked.',
          'Unblock it in Exact. Or, if another account replaces it, merge the two there.',
          'Sync again.',
        ],
      },
      customerAmbiguous: {
        why: 'More than one account in Exact fits this customer, by VAT number, company number, or name. On the wrong one the invoice would be matched with another customer’s payments.',
        steps: [
          'Choose the right account under Needs attention. The answer is kept.',
          'Or merge the accounts in Exact, and sync again.',
        ],
      },
      currencyNotActive: {
        why: 'Exact books in a currency only once it is switched on in the division.',
        steps: [
          'Activate the currency in Exact, in the master data, under Currencies.',
          'Enter an exchange rate for it.',
          'Sync again.',
        ],
      },
      currencyNotAllowed: {
        why: 'A journal may be kept in one currency alone. This one is.',
        steps: [
          'Open the journal in Exact and allow other currencies. Or make a journal for this currency.',
          'In the second case, choose it in the set-up, under Division and journals.',
          'Sync again.',
        ],
      },
      exchangeRateMissing: {
        why: 'The document is in another currency than your books, and Teamleader states no rate between the two.',
        steps: [
          'Open the document in Teamleader and enter its exchange rate.',
          'If the company entity there has another currency than your division in Exact, book it by hand, with the document’s number as the reference.',
        ],
      },
      exchangeRateUnclear: {
        why: 'The rate on the document is compared with the one that Exact knows, so that no mistyped rate is booked. They are too far apart, or Exact knows none.',
        steps: [
          'Look up the currency’s rate on the day of the document.',
          'Enter it in Exact, under Exchange rates, if it lacks there or is out of date.',
          'If the document’s own rate is wrong, correct it in Teamleader.',
          'Sync again.',
        ],
      },
      taxWithheld: {
        why: 'The customer keeps part of the amount back as tax and pays it to the state himself. Such a receivable consists of two parts, which Boekbrug does not book.',
        steps: [
          'Book the document by hand in Exact, with its number as the reference. Your bookkeeper knows the accounts.',
          'Sync again: the entry is recognised.',
        ],
      },
      noLines: {
        why: 'Without a line there is neither an account nor a VAT code, and so nothing that could be booked.',
        steps: [
          'Open the document in Teamleader and add what was sold.',
          'If it is meant to be empty, credit it in Teamleader, or book it by hand.',
        ],
      },
      entryNumberTaken: {
        why: 'The entry number follows from the document’s number, so that nothing can be booked twice. In this journal another entry already bears it: made by hand, by another integration, or for a document that was numbered anew.',
        steps: [
          'Search for the entry number in Exact and see what it is.',
          'If it is this very document, write the document’s number into its reference: it is then recognised.',
          'If it is another, give that entry another number. Or, if several documents are concerned, take a journal of its own for Boekbrug in the set-up.',
          'Sync again.',
        ],
      },
      bookedTwice: {
        why: 'Several entries in Exact bear this document’s link or number. Often it was entered by hand, or another integration booked it as well.',
        steps: [
          'Open both entries in Exact and see which is paid or matched: that one stays.',
          'Delete the others. In a closed period, ask your bookkeeper for a correction.',
          'If another integration still books, switch it off, or it happens again.',
          'Sync again.',
        ],
      },
      periodClosed: {
        why: 'Your bookkeeper closes periods once their VAT return has been sent. The document is dated in such a period; its date is on your invoice and is not changed.',
        steps: [
          'Ask your bookkeeper to open the period, and sync.',
          'Or book it by hand in an open period, with the document’s number as the reference: it is then recognised.',
          'For documents that are older than you want to book, choose a later start date in the set-up.',
        ],
      },
      financialYearMissing: {
        why: 'Exact books only into years that were created. A new year is not made by itself.',
        steps: [
          'Create the year in Exact, in the master data, in the period-date table.',
          'Check that the document’s date is no typing error.',
          'Sync again.',
        ],
      },
      readBackDiffers: {
        why: 'Each entry is read back after it was sent, and compared. Somebody has changed it, a setting in Exact has filled in something else, or an entry of another amount bears this number.',
        steps: [
          'Open the entry in Exact beside the document in Teamleader.',
          'Correct the entry. Or, if it is not paid and its period is open, delete it.',
          'Sync again: it is compared once more, and booked anew if it is gone.',
        ],
      },
      refused: {
        why: 'The service has checked what was sent and said no. The words in quotes are its own. The same is not sent over and over: too many refusals would block the access for an hour.',
        steps: [
          'Read the message: it often names a field that your administration requires.',
          'Fill in or correct that in the service, at the customer or in its settings.',
          'Sync again. If you cannot make sense of it, show the message to your bookkeeper.',
        ],
      },
      notConnected: {
        why: 'Boekbrug works with an app of your own at each service. Its keys have not been entered, or were removed.',
        steps: ['Follow “How to get the keys”, which stands above the fields.', 'Enter the keys and log in.'],
      },
      loginNeeded: {
        why: 'A log-in ends when you log out everywhere, change your password, withdraw the app’s access, or do not use it for long. Sometimes the service ends it by itself, or the line broke just when it was renewed.',
        steps: ['In the set-up, log in again as the same user.', 'Sync: it goes on where it was.'],
      },
      rightMissing: {
        why: 'In the service each user may do what the administrator has allowed. Boekbrug does what you may do, and no more; this is not among it.',
        steps: [
          'For Exact, the set-up tells which right lacks, under Division and journals. For Teamleader, it is the one that the message names.',
          'Ask the administrator for it. In Exact: Users, then Rights. In Teamleader: your user, or the app’s scopes.',
          'Sync again. If the app’s scopes were changed, log in anew before.',
        ],
      },
      limitReached: {
        why: 'Each service answers only so many calls a minute and a day. They are used up for now, by Boekbrug or by another program with the same app.',
        steps: [],
      },
      tooManyErrors: {
        why: 'Exact allows some ten errors an hour and then locks the access for an hour or longer. So Boekbrug stops well before. A missing right, a booking that Exact refuses, a test of your keys and a log-in with wrong ones each count as an error. What was refused is told where it happened: mend it meanwhile, or it is refused again.',
        steps: [],
      },
      unreachable: {
        why: 'No answer came: your connection is down, a firewall is in the way, or the service has a disturbance.',
        steps: [
          'Open the service in a tab of its own. Does it work there?',
          'If not, wait until it does. Automatic sync tries again by itself.',
          'If it does, try again. In a company network, ask whether extensions may reach it.',
        ],
      },
      notUnderstood: {
        why: 'The answer does not have the form that the service documents. Rather than guess, Boekbrug stops: a misread amount would be worse. Often it is a disturbance that passes.',
        steps: [
          'Try again in some minutes.',
          'If it stays, download the diagnostics file and send it to who helps you. It has no names, numbers or keys in it.',
        ],
      },
      storageFull: {
        why: 'Before anything is sent it is noted in this browser, so that nothing is booked twice. Without room for the note, nothing is sent.',
        steps: ['Free some space on the computer’s disk.', 'Sync again.'],
      },
      storageHeld: {
        why: 'The storage is being brought to a new form, and another tab of Boekbrug still uses the old one.',
        steps: ['Close Boekbrug’s other tabs.', 'If that does not help, restart the browser.', 'Try again.'],
      },
      newerVersion: {
        why: 'A newer Boekbrug was installed in this browser, and then an older one. The older one does not understand the notes, and touches nothing.',
        steps: ['Open your browser’s extensions and update Boekbrug.', 'Sync again.'],
      },
      unexpected: {
        why: 'This is a fault of Boekbrug or of the browser, not of your books.',
        steps: [
          'Sync again: what was begun is looked up first.',
          'If it stays, download the diagnostics file and send it to who helps you.',
        ],
      },
      colleagueBooking: {
        why: 'Two browsers that work on the same documents at the same moment could get in each other’s way. So one of them stands back for a minute or two.',
        steps: [],
      },
      stoppedByUser: {
        why: 'What was booked before you stopped it stays booked and was read back. What is left waits for the next sync, also an automatic one.',
        steps: ['Sync again when it suits you.'],
      },
      colleagueImporting: {
        why: 'Teamleader refuses no second company of the same name. So of two imports at the same moment one stands back.',
        steps: [],
      },
      notReadBack: {
        why: 'Right after an entry is sent it is read back and compared with your invoice. Exact did not answer that question yet.',
        steps: [],
      },
      toBookAgain: {
        why: 'You asked for it: its entry was removed in Exact. Exact is read anew before, in case it stands there after all.',
        steps: [],
      },
      changedSincePreview: {
        why: 'You asked for exactly what the preview showed. Meanwhile the document, the customer or the set-up has changed, so that another entry would come of it.',
        steps: ['Make the preview again and see what is different.', 'Book it from there, or sync.'],
      },
      answerLost: {
        why: 'The connection broke after it was sent and before the answer came. The other side may still be working on it, so it is looked for only after some minutes.',
        steps: [],
      },
      importAnswerLost: {
        why: 'The connection broke after a customer was sent and before the answer came. Teamleader may still be working on it, so it is looked for only after some minutes.',
        steps: [],
      },
      writtenOff: {
        why: 'Your bookkeeper has booked a small difference, or a bad debt, so that the receivable is settled. Teamleader knows no such thing as a payment difference.',
        steps: [
          'If the customer owes no more, set the invoice as paid here.',
          'If it is a real reduction, with VAT, make a credit note in Teamleader instead: it is then booked in Exact as well.',
        ],
      },
      discountTaken: {
        why: 'Your payment condition grants a discount for paying early, and the customer took it. The rest will not come.',
        steps: [
          'Ask your bookkeeper whether the discount needs a credit note, for the VAT.',
          'If so, make it in Teamleader. If not, set the invoice as paid here.',
        ],
      },
      settledOtherwise: {
        why: 'In Exact the invoice was matched with something that is no payment: a credit note of another invoice, a prepayment, or an entry of the bookkeeper’s.',
        steps: [
          'Look in Exact, at the customer’s outstanding items, what it was matched with.',
          'If it was a credit note from Teamleader, link it with this invoice there.',
          'Else set the invoice as paid here, if nothing more is to come.',
        ],
      },
      registeredTwice: {
        why: 'Somebody has entered the payment in Teamleader by hand, or with another integration, at the moment when Boekbrug did.',
        steps: [
          'Have the payments removed here: Teamleader removes no single one.',
          'Sync: what Exact has received is registered again, once.',
        ],
      },
      paidInOtherCurrency: {
        why: 'Exact has matched a payment in another currency and does not tell which part of the invoice it covers. An amount that is guessed would be wrong.',
        steps: ['Look in Exact what was received.', 'Register the payment in Teamleader, in the invoice’s currency.'],
      },
      amountsDiffer: {
        why: 'The invoice was changed after it was booked, or its entry was. Which amount is the right one, nobody but you can say.',
        steps: [
          'Open both side by side.',
          'Correct the wrong one; a booked invoice with a credit note.',
          'Sync: payments are followed again once both ask for the same.',
        ],
      },
      paymentRefused: {
        why: 'Teamleader has checked the payment and said no. The words are its own. Often the invoice was changed, credited or paid at the same time.',
        steps: [
          'Open the invoice in Teamleader and see what is still to be paid.',
          'Register the payment there, if it lacks.',
        ],
      },
      loginCancelled: {
        why: 'The service opens its own window to log in. It was closed, or the browser did not show it.',
        steps: ['Click Log in again.', 'Log in and choose Allow. If no window appears, look for one behind this one.'],
      },
      loginRefused: {
        why: 'On the service’s page access for your app was declined, or your user may not grant it.',
        steps: [
          'Click Log in again and choose Allow.',
          'If that choice is not offered, ask an administrator of the service to log in once, or for the right to connect apps.',
        ],
      },
      wrongKeys: {
        why: 'Client id, secret or redirect URL are not those of your app: one was mistyped, or the secret was renewed.',
        steps: [
          'Click Test the keys: it says which of them is wrong.',
          'Copy that one again from the app’s page, exactly as it is.',
          'Log in again.',
        ],
      },
      loginPageFailed: {
        why: 'The service did not lead back from its log-in page. Most often the redirect URL is not registered with your app, or the client id is unknown there.',
        steps: [
          'Click Test the keys.',
          'Compare the redirect URL that is shown with the one at your app: every sign counts.',
          'Check the country that is chosen for Exact, and log in again.',
        ],
      },
      notAmongYours: {
        why: 'Somebody else is logged in than before, and this user has no access to what the connection books. To be safe it stands still.',
        steps: [
          'Log in as a user who sees it. Or have the administrator give this user access.',
          'If the connection is no longer needed, remove it in the set-up.',
        ],
      },
      keysWithdrawn: {
        why: 'A policy of your company had handed Boekbrug the keys of its app, and it does not do so now. A log-in holds only together with the keys of its own app.',
        steps: [
          'Ask whoever manages your browser whether that was meant. If the keys come back, the log-in is there again.',
          'Or follow “How to get the keys” in the set-up, enter your own, and log in.',
        ],
      },
    } satisfies Record<Explained, Explanation>,
  },
};

export type ExplainTexts = Worded<typeof explain>;
