import type { Worded } from '../worded.ts';

/** How invoices stand with their payments, and why that needs the user: what happened, and what to do. */
export const payments = {
  payments: {
    badge: {
      partlyPaid: 'Partly paid',
      paid: 'Paid',
      credited: 'Credited',
      paidBack: 'Paid back',
      attention: 'Payment?',
    },
    told: {
      open: 'Not paid yet.',
      partlyPaid: '{paid} has been received.',
      paid: 'Paid on {date}.',
      credited: 'Settled with credit notes.',
      paidBack:
        'Paid in Teamleader, but {open} is open again in Exact. If it is to be asked for again, have the payment removed.',
    },
    removePayments: 'Remove the payments in Teamleader',
    removeQuestion: 'All payments of this invoice are removed in Teamleader, also those entered by hand. Go on?',
    settle: 'Set as paid in Teamleader',
    settleQuestion: 'The rest is registered as a payment in Teamleader, though no money came for it. Go on?',
    wished: {
      remove: 'You asked for its payments to be removed in Teamleader. That is done as soon as it can be.',
      settle: 'You asked for it to be set as paid in Teamleader. That is done as soon as it can be.',
    },
    failed: 'Payments could not be brought to Teamleader.',
    setAsPaid: 'set as paid',
    setAsPaidOne: 'set as paid',
    status: 'Payment',
    paidOn: 'Paid on',
    received: 'Received',
    noticeTitle: 'Boekbrug: paid',
    notice: '{document} {number} of {customer} is paid, on {date}.',
    noticeMany: '{count} invoices were set as paid in Teamleader.',
    notify: 'Tell of each invoice that is set as paid',
  },
  paymentCause: {
    writtenOff: [
      'In Exact {amount} was written off as a payment difference; Teamleader still asks for it.',
      'Set the invoice as paid, or make a credit note for it in Teamleader.',
    ],
    discountTaken: [
      'The customer kept back {amount} for paying early; Teamleader still asks for it.',
      'Make a credit note for the discount in Teamleader, or set the invoice as paid.',
    ],
    settledOtherwise: [
      'In Exact {amount} was settled without a payment, and without a credit note for this invoice in Teamleader.',
      'Look in Exact what it was matched with. Then link the credit note in Teamleader, or set the invoice as paid.',
    ],
    registeredTwice: [
      'The same payment of {amount} stands twice in Teamleader, and was received once.',
      'Have the payments removed: the next sync registers what was received.',
    ],
    paidInOtherCurrency: [
      'It was paid in another currency, and Exact does not tell how much of it in {currency}.',
      'Register the payment in Teamleader yourself.',
    ],
    amountsDiffer: [
      'The entry in Exact asks for {exact}, the invoice in Teamleader for {teamleader}.',
      'Correct one of them, or register the payment in Teamleader yourself.',
    ],
    paymentRefused: ['Teamleader did not take the payment: {text}', 'Register it in Teamleader yourself.'],
  },
};

export type PaymentTexts = Worded<typeof payments>;
