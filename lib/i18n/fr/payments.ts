import type { PaymentTexts } from '../en/payments.ts';

export const payments: PaymentTexts = {
  payments: {
    badge: {
      partlyPaid: 'Payée en partie',
      paid: 'Payée',
      credited: 'Créditée',
      paidBack: 'Remboursée',
      attention: 'Paiement ?',
    },
    told: {
      open: 'Pas encore payée.',
      partlyPaid: '{paid} reçus.',
      paid: 'Payée le {date}.',
      credited: 'Soldée par des notes de crédit.',
      paidBack:
        'Payée dans Teamleader, mais {open} est de nouveau ouvert dans Exact. S’il faut le réclamer à nouveau, faites supprimer le paiement.',
    },
    removePayments: 'Supprimer les paiements dans Teamleader',
    removeQuestion:
      'Tous les paiements de cette facture sont supprimés dans Teamleader, aussi ceux saisis à la main. Continuer ?',
    settle: 'Marquer comme payée dans Teamleader',
    settleQuestion:
      'Le reste est enregistré comme paiement dans Teamleader, bien qu’aucun argent ne soit venu. Continuer ?',
    wished: {
      remove: 'Vous avez demandé de supprimer ses paiements dans Teamleader. Ce sera fait dès que possible.',
      settle: 'Vous avez demandé de la marquer comme payée dans Teamleader. Ce sera fait dès que possible.',
    },
    failed: 'Les paiements n’ont pas pu être reportés dans Teamleader.',
    setAsPaid: 'marquées comme payées',
    setAsPaidOne: 'marquée comme payée',
    status: 'Paiement',
    paidOn: 'Payée le',
    received: 'Reçu',
    noticeTitle: 'Boekbrug : payée',
    notice: '{document} {number} de {customer} est payée, le {date}.',
    noticeMany: '{count} factures ont été marquées comme payées dans Teamleader.',
    notify: 'Annoncer chaque facture marquée comme payée',
  },
  paymentCause: {
    writtenOff: [
      'Dans Exact, {amount} a été passé en différence de paiement ; Teamleader le réclame encore.',
      'Marquez la facture comme payée, ou faites une note de crédit dans Teamleader.',
    ],
    discountTaken: [
      'Le client a retenu {amount} d’escompte ; Teamleader le réclame encore.',
      'Faites une note de crédit pour l’escompte dans Teamleader, ou marquez la facture comme payée.',
    ],
    settledOtherwise: [
      'Dans Exact, {amount} a été soldé sans paiement, et sans note de crédit pour cette facture dans Teamleader.',
      'Regardez dans Exact avec quoi elle est lettrée. Liez ensuite la note de crédit dans Teamleader, ou marquez la facture comme payée.',
    ],
    registeredTwice: [
      'Le même paiement de {amount} figure deux fois dans Teamleader et n’a été reçu qu’une fois.',
      'Faites supprimer les paiements : la synchronisation suivante enregistre ce qui a été reçu.',
    ],
    paidInOtherCurrency: [
      'Le paiement est dans une autre devise, et Exact ne dit pas combien cela fait en {currency}.',
      'Enregistrez le paiement vous-même dans Teamleader.',
    ],
    amountsDiffer: [
      'L’écriture dans Exact réclame {exact}, la facture dans Teamleader {teamleader}.',
      'Corrigez l’une des deux, ou enregistrez le paiement vous-même dans Teamleader.',
    ],
    paymentRefused: ['Teamleader n’a pas accepté le paiement : {text}', 'Enregistrez-le vous-même dans Teamleader.'],
  },
};
