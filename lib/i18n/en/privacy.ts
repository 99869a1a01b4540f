import type { Worded } from '../worded.ts';

/** What becomes of the user's data: in the options page, and as the page that the stores ask for. */
export const privacy = {
  privacy: {
    data: {
      title: 'What Boekbrug handles',
      text: 'Your invoices, credit notes, customers and payments in Teamleader and Exact Online, as far as booking, comparing and importing need them, and the log-ins that you give it.',
    },
    leaves: {
      title: 'Where it goes',
      text: 'From this browser straight to Teamleader and to Exact Online, and nowhere else. There is no server of ours, no telemetry, no advertising, and nothing is sold or passed on.',
    },
    kept: {
      title: 'What is kept, and where',
      text: 'In this browser only: your settings and keys, the log-ins, a copy of what was read last, and the history of what was written. Web pages cannot read it.',
    },
    ends: {
      title: 'How it ends',
      text: 'Disconnect ends a log-in and forgets its tokens. Removing the extension removes everything that it keeps here. What was booked stays in Exact Online: it is your bookkeeping.',
    },
    support: {
      title: 'When you ask for help',
      text: 'The diagnostics file is made only when you click, and leaves this browser only when you send it. It holds no names, amounts, document numbers or keys.',
    },
  },
};

export type PrivacyTexts = Worded<typeof privacy>;
