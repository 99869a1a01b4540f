import type { Worded } from '../worded.ts';

/** The options page: connections, last syncs, documents, help. */
export const options = {
  options: {
    whichAccount: 'Several accounts in Exact may be {name}. Which one is it?',
    whichAccountHint: 'The answer is kept. Or merge the accounts in Exact and sync again.',
    useAccount: 'Use this account',
    sections: 'Sections',
    connections: 'Connections',
    notConnected: 'Not connected',
    noConnection: 'The set-up is not finished, so nothing is booked yet.',
    runs: 'Last syncs',
    noRuns: 'No sync has run yet.',
    documents: 'Documents',
    noDocuments: 'No documents have been read yet.',
    noMatch: 'No document matches.',
    search: 'Search by number or customer',
    show: 'Show',
    showAll: 'All',
    showAttention: 'Needs attention',
    showWaiting: 'Waiting',
    showBooked: 'Booked',
    found: '{count} documents',
    foundOne: '1 document',
    pdfsWaiting: 'PDFs that are still to be stored with their entries: {count}. Each sync tries again.',
    shown: 'The first {shown} of {count} documents. Search to find the others.',
    started: 'Started',
    how: 'How',
    result: 'Result',
    running: 'Running',
    triggers: {
      click: 'Click in the invoice list',
      popup: 'Popup',
      resume: 'Went on by itself',
      automatic: 'By itself',
    },
    number: 'Number',
    date: 'Date',
    customer: 'Customer',
    amount: 'Total incl. VAT',
    status: 'Status',
    open: 'Open in Teamleader',
    history: 'History',
    help: 'Help and files',
    troubleshooting: 'Troubleshooting',
    reset: 'Reset the cache',
    resetText:
      'Forgets what was read and learnt. Nothing is lost and nothing is booked twice: the next sync reads both sides again.',
    resetDone: 'The cache is empty. The next sync reads everything again.',
    privacy: 'About and privacy',
    privacyText:
      'Boekbrug talks to Teamleader and Exact Online only, from this browser. There is no server and no telemetry. Log-ins are kept where web pages cannot read them, and end with Disconnect.',
    openSetup: 'Open the set-up',
  },
};

export type OptionsTexts = Worded<typeof options>;
