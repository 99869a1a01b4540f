import type { PaymentTexts } from '../en/payments.ts';

export const payments: PaymentTexts = {
  payments: {
    badge: {
      partlyPaid: 'Deels betaald',
      paid: 'Betaald',
      credited: 'Gecrediteerd',
      paidBack: 'Terugbetaald',
      attention: 'Betaling?',
    },
    told: {
      open: 'Nog niet betaald.',
      partlyPaid: '{paid} is ontvangen.',
      paid: 'Betaald op {date}.',
      credited: 'Vereffend met creditnota’s.',
      paidBack:
        'Betaald in Teamleader, maar in Exact staat {open} weer open. Moet het opnieuw gevraagd worden, laat dan de betaling verwijderen.',
    },
    removePayments: 'Verwijder de betalingen in Teamleader',
    removeQuestion:
      'Alle betalingen van deze factuur worden in Teamleader verwijderd, ook die met de hand ingevoerd zijn. Doorgaan?',
    settle: 'Zet op betaald in Teamleader',
    settleQuestion: 'De rest wordt in Teamleader als betaling geregistreerd, al kwam er geen geld voor. Doorgaan?',
    wished: {
      remove: 'Je vroeg om de betalingen in Teamleader te verwijderen. Dat gebeurt zodra het kan.',
      settle: 'Je vroeg om de factuur in Teamleader op betaald te zetten. Dat gebeurt zodra het kan.',
    },
    failed: 'Betalingen konden niet naar Teamleader gebracht worden.',
    setAsPaid: 'op betaald gezet',
    setAsPaidOne: 'op betaald gezet',
    status: 'Betaling',
    paidOn: 'Betaald op',
    received: 'Ontvangen',
    noticeTitle: 'Boekbrug: betaald',
    notice: '{document} {number} van {customer} is betaald, op {date}.',
    noticeMany: '{count} facturen zijn in Teamleader op betaald gezet.',
    notify: 'Meld elke factuur die op betaald gezet wordt',
  },
  paymentCause: {
    writtenOff: [
      'In Exact is {amount} afgeboekt als betalingsverschil; Teamleader vraagt het nog.',
      'Zet de factuur op betaald, of maak er in Teamleader een creditnota voor.',
    ],
    discountTaken: [
      'De klant hield {amount} korting voor contant in; Teamleader vraagt het nog.',
      'Maak in Teamleader een creditnota voor de korting, of zet de factuur op betaald.',
    ],
    settledOtherwise: [
      'In Exact is {amount} vereffend zonder betaling, en zonder creditnota voor deze factuur in Teamleader.',
      'Kijk in Exact waarmee het afgeletterd is. Koppel dan de creditnota in Teamleader, of zet de factuur op betaald.',
    ],
    registeredTwice: [
      'Dezelfde betaling van {amount} staat twee keer in Teamleader, en kwam één keer binnen.',
      'Laat de betalingen verwijderen: de volgende synchronisatie registreert wat ontvangen is.',
    ],
    paidInOtherCurrency: [
      'Er is in een andere munt betaald, en Exact zegt niet hoeveel dat in {currency} is.',
      'Registreer de betaling zelf in Teamleader.',
    ],
    amountsDiffer: [
      'De boeking in Exact vraagt {exact}, de factuur in Teamleader {teamleader}.',
      'Verbeter een van beide, of registreer de betaling zelf in Teamleader.',
    ],
    paymentRefused: ['Teamleader nam de betaling niet aan: {text}', 'Registreer ze zelf in Teamleader.'],
  },
};
