import type { Worded } from '../worded.ts';

/** What the page says by itself, and a document's detail in it. */
export const inPage = {
  words: {
    close: 'Close',
    reload: 'Reload the page',
    selected: 'Sync {count} selected',
    selectedOne: 'Sync 1 selected',
    teach: 'Show where the numbers are',
    teachAsk: 'Click the number of any document in the list. Nothing is opened or changed. Escape cancels.',
    teachFound: '{count} numbers found: {examples}. Is that right?',
    teachFailed:
      'No list of numbers follows from that. Click a number, such as 2026 / 27, in a list of at least two documents.',
    teachKeep: 'Yes, keep it',
    teachAgain: 'No, click again',
    teachCancel: 'Cancel',
  },
  unread: {
    title: 'List not recognised',
    text: 'Boekbrug does not recognise this list, so it shows no badges here. Syncing works all the same. You can show where the numbers are: one click on any invoice number.',
    syncAll: 'Sync to Exact',
  },
  detail: {
    held: 'As it was read last: nothing is synced until the log-in is seen to in the set-up.',
    forget: 'Forget what I showed',
    customer: 'Customer',
    date: 'Date',
    entry: 'Entry in Exact',
    journal: 'Journal',
    entryDate: 'Entry date',
    openDocument: 'Open the document',
    openDivision: 'Open the division',
    lines: 'Lines',
    account: 'Account',
    description: 'Description',
    vatCode: 'VAT code',
    totals: 'Totals',
    net: 'Net',
    vat: 'VAT',
    gross: 'Total',
    sync: 'Sync this one',
    openSetup: 'Open the set-up',
    openOptions: 'Open the options page',
    explain: 'Explain',
  },
};

export type InPageTexts = Worded<typeof inPage>;
