import type { PaymentTexts } from '../en/payments.ts';

export const payments: PaymentTexts = {
  payments: {
    badge: {
      partlyPaid: 'Teils bezahlt',
      paid: 'Bezahlt',
      credited: 'Gutgeschrieben',
      paidBack: 'Zurückgezahlt',
      attention: 'Zahlung?',
    },
    told: {
      open: 'Noch nicht bezahlt.',
      partlyPaid: '{paid} sind eingegangen.',
      paid: 'Bezahlt am {date}.',
      credited: 'Mit Gutschriften ausgeglichen.',
      paidBack:
        'In Teamleader bezahlt, in Exact ist aber wieder {open} offen. Soll es erneut gefordert werden, lassen Sie die Zahlung entfernen.',
    },
    removePayments: 'Zahlungen in Teamleader entfernen',
    removeQuestion:
      'Alle Zahlungen dieser Rechnung werden in Teamleader entfernt, auch von Hand eingetragene. Fortfahren?',
    settle: 'In Teamleader auf bezahlt setzen',
    settleQuestion: 'Der Rest wird in Teamleader als Zahlung eingetragen, obwohl kein Geld dafür kam. Fortfahren?',
    wished: {
      remove: 'Sie wollten ihre Zahlungen in Teamleader entfernen lassen. Das geschieht, sobald es möglich ist.',
      settle: 'Sie wollten sie in Teamleader auf bezahlt setzen lassen. Das geschieht, sobald es möglich ist.',
    },
    failed: 'Zahlungen konnten nicht nach Teamleader übertragen werden.',
    setAsPaid: 'auf bezahlt gesetzt',
    setAsPaidOne: 'auf bezahlt gesetzt',
    status: 'Zahlung',
    paidOn: 'Bezahlt am',
    received: 'Eingegangen',
    noticeTitle: 'Boekbrug: bezahlt',
    notice: '{document} {number} von {customer} ist bezahlt, am {date}.',
    noticeMany: '{count} Rechnungen wurden in Teamleader auf bezahlt gesetzt.',
    notify: 'Jede Rechnung melden, die auf bezahlt gesetzt wird',
  },
  paymentCause: {
    writtenOff: [
      'In Exact wurden {amount} als Zahlungsdifferenz ausgebucht; Teamleader fordert sie noch.',
      'Setzen Sie die Rechnung auf bezahlt, oder erstellen Sie dafür eine Gutschrift in Teamleader.',
    ],
    discountTaken: [
      'Der Kunde hat {amount} Skonto einbehalten; Teamleader fordert es noch.',
      'Erstellen Sie in Teamleader eine Gutschrift über das Skonto, oder setzen Sie die Rechnung auf bezahlt.',
    ],
    settledOtherwise: [
      'In Exact wurden {amount} ohne Zahlung ausgeglichen, und ohne Gutschrift zu dieser Rechnung in Teamleader.',
      'Sehen Sie in Exact nach, womit sie abgeglichen wurde. Verknüpfen Sie dann die Gutschrift in Teamleader, oder setzen Sie die Rechnung auf bezahlt.',
    ],
    registeredTwice: [
      'Dieselbe Zahlung über {amount} steht zweimal in Teamleader und ging nur einmal ein.',
      'Lassen Sie die Zahlungen entfernen: Der nächste Abgleich trägt ein, was eingegangen ist.',
    ],
    paidInOtherCurrency: [
      'Es wurde in einer anderen Währung bezahlt, und Exact sagt nicht, wie viel das in {currency} ist.',
      'Tragen Sie die Zahlung selbst in Teamleader ein.',
    ],
    amountsDiffer: [
      'Die Buchung in Exact fordert {exact}, die Rechnung in Teamleader {teamleader}.',
      'Berichtigen Sie eine von beiden, oder tragen Sie die Zahlung selbst in Teamleader ein.',
    ],
    paymentRefused: ['Teamleader hat die Zahlung nicht angenommen: {text}', 'Tragen Sie sie selbst in Teamleader ein.'],
  },
};
