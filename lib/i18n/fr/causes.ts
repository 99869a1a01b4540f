import type { CausesTexts } from '../en/causes.ts';

export const causes: CausesTexts = {
  cause: {
    taxRateNotLinked: [
      'Le taux de TVA {taxRate} n’est lié à aucun code TVA.',
      'Liez-le dans la configuration, sous TVA.',
    ],
    vatCodeUnusable: [
      'Le code TVA {vatCode} est inutilisable : {reason}.',
      'Liez un autre code TVA dans la configuration, ou corrigez le code dans Exact.',
    ],
    glAccountMissing: [
      'Le compte général {code} est introuvable dans Exact.',
      'Créez-le dans Exact, ou choisissez-en un autre : il est indiqué par {usedBy}.',
    ],
    glAccountBlocked: [
      'Le compte général {code} ({name}) est bloqué dans Exact.',
      'Débloquez-le dans Exact, ou choisissez-en un autre : il est indiqué par {usedBy}.',
    ],
    glAccountUnfit: [
      'Le compte général {code} ({name}) ne convient pas aux ventes : Exact le réserve à un autre usage.',
      'Choisissez un compte de produits : celui-ci est indiqué par {usedBy}.',
    ],
    amountTooFine: [
      'Teamleader indique un montant de {amount}, plus fin que ne le permet {currency}.',
      'Corrigez le document dans Teamleader, ou comptabilisez-le à la main dans Exact avec son numéro comme référence.',
    ],
    vatNumberNeeded: [
      '{name} n’a pas de numéro de TVA, et le code TVA {vatCode} place la vente dans le relevé intracommunautaire.',
      'Complétez le numéro de TVA du client dans Teamleader, ou choisissez un autre taux de TVA sur le document.',
    ],
    currencyNotActive: [
      '{currency} n’est pas en usage dans l’administration.',
      'Activez la devise dans Exact, puis synchronisez à nouveau.',
    ],
    exchangeRateUnclear: [
      'Le taux de change {rate} pour {currency} est loin de celui dans Exact, ou Exact n’en a pas.',
      'Introduisez le taux de la devise dans Exact (taux de change), ou corrigez celui du document dans Teamleader.',
    ],
    discountAccountNotSet: [
      'Le document comporte une remise, mais aucun compte de remises n’est choisi.',
      'Choisissez un compte de remises dans la configuration.',
    ],
    journalMissing: [
      'Le journal de ventes {journal} est introuvable dans Exact.',
      'Choisissez un autre journal dans la configuration.',
    ],
    journalBlocked: [
      'Le journal {journal} est bloqué dans Exact.',
      'Débloquez-le dans Exact, ou choisissez un autre journal dans la configuration.',
    ],
    totalsDiffer: [
      'Le montant ({figure}) ne concorde pas : Teamleader indique {teamleader}, les lignes donnent {entry}.',
      'Comptabilisez ce document à la main dans Exact, avec son numéro comme référence ; il sera alors reconnu.',
    ],
    vatNumberInvalid: [
      'Le numéro de TVA {vatNumber} n’est pas valable.',
      'Corrigez-le chez le client dans Teamleader. Forme attendue ({country}) : {format}.',
    ],
    customerMissing: [
      'Le client {name} est introuvable dans Teamleader.',
      'Vérifiez que le client existe encore et que votre app peut lire les entreprises et les contacts.',
    ],
    customerBlocked: [
      'La relation {name} est bloquée dans Exact.',
      'Débloquez-la dans Exact, puis synchronisez à nouveau.',
    ],
    customerAmbiguous: [
      'Plusieurs relations dans Exact peuvent être {name} : {candidates}.',
      'Indiquez laquelle dans Boekbrug, ou fusionnez les relations dans Exact.',
    ],
    currencyNotAllowed: [
      'Le journal {journal} n’accepte pas {currency}.',
      'Autorisez d’autres devises pour le journal dans Exact, ou choisissez un autre journal.',
    ],
    exchangeRateMissing: [
      'Teamleader ne donne pas de taux de change pour {currency}.',
      'Indiquez le taux de change sur le document dans Teamleader.',
    ],
    taxWithheld: [
      'Le document comporte une retenue d’impôt, qui ne peut pas encore être comptabilisée.',
      'Comptabilisez ce document à la main dans Exact, avec son numéro comme référence.',
    ],
    noLines: [
      'Le document n’a pas de lignes.',
      'Ajoutez une ligne dans Teamleader, ou comptabilisez le document à la main.',
    ],
    entryNumberTaken: [
      'Le numéro {entryNumber} dans le journal {journal} appartient à une autre écriture.',
      'Donnez un autre numéro à cette écriture dans Exact, ou comptabilisez ce document à la main avec son numéro comme référence.',
    ],
    bookedTwice: [
      'Le document se trouve plus d’une fois dans Exact : écritures {entryNumbers}.',
      'Supprimez toutes ces écritures sauf une dans Exact.',
    ],
    periodClosed: [
      'La période du {date} est clôturée dans Exact.',
      'Ouvrez la période dans Exact, puis synchronisez à nouveau.',
    ],
    financialYearMissing: [
      'Exact n’a pas d’exercice pour le {date}.',
      'Créez l’exercice dans Exact (tableau des périodes), puis synchronisez à nouveau.',
    ],
    readBackDiffers: [
      'Ce qui se trouve dans Exact diffère de Teamleader : {what}.',
      'Corrigez l’écriture dans Exact, ou supprimez-la et synchronisez à nouveau.',
    ],
    refused: ['{service} a refusé : « {text} »', 'Remédiez à ce que nomme le message, puis synchronisez à nouveau.'],
    notConnected: [
      'L’ID client de votre app chez {service} manque.',
      'Introduisez-le dans le champ « ID client », puis connectez-vous.',
    ],
    loginNeeded: [
      '{service} vous demande de vous reconnecter.',
      'Connectez-vous dans Boekbrug. Rien n’est perdu ; la synchronisation reprend où elle en était.',
    ],
    limitReached: [
      'Le nombre d’appels que {service} autorise est épuisé.',
      'Rien à faire : reprise automatique, {until}.',
    ],
    tooManyErrors: [
      'Exact a refusé {errors} appels en une heure ; encore quelques-uns, et il bloquerait l’accès.',
      'Rien à faire : Boekbrug attend ({until}). La synchronisation reprend ensuite d’elle-même, et vous pouvez à nouveau tester des clés et vous connecter.',
    ],
    notReadBack: [
      'Exact l’a comptabilisé, mais l’écriture n’a pas encore été relue.',
      'Rien à faire : elle est comparée dès qu’Exact peut à nouveau être interrogé.',
    ],
    unreachable: ['{service} ne répond pas.', 'Vérifiez votre connexion internet et réessayez plus tard.'],
    notUnderstood: [
      '{service} a donné une réponse incomprise ({detail}).',
      'Réessayez plus tard. Si cela persiste, signalez-le avec ce texte.',
    ],
    storageFull: [
      'Ce navigateur n’a plus de place pour ce que Boekbrug note.',
      'Libérez de l’espace disque, puis synchronisez à nouveau. Rien n’est perdu ni comptabilisé deux fois.',
    ],
    storageHeld: [
      'Une autre fenêtre de ce navigateur garde le stockage de Boekbrug pour elle.',
      'Fermez les autres onglets de Boekbrug ou redémarrez le navigateur, puis réessayez.',
    ],
    newerVersion: [
      'Ce qui est enregistré ici vient d’un Boekbrug plus récent.',
      'Mettez l’extension à jour dans la page des extensions de votre navigateur. Vos réglages sont conservés.',
    ],
    unexpected: [
      'Un problème inattendu s’est produit ({detail}).',
      'Réessayez. Si cela persiste, signalez-le avec ce texte.',
    ],
    stoppedByUser: [
      'Vous avez arrêté la synchronisation avant qu’elle soit terminée.',
      'Synchronisez à nouveau : elle reprend ce qui reste et ne comptabilise rien deux fois.',
    ],
    colleagueImporting: [
      'Le Boekbrug d’un collègue importe les mêmes clients en ce moment.',
      'Rien à faire : reprise automatique, {until}.',
    ],
    changedSincePreview: [
      'Il serait comptabilisé maintenant autrement que l’aperçu ne l’a montré : il ne l’a donc pas été.',
      'Regardez l’aperçu à nouveau et comptabilisez à partir de là. Ou synchronisez : il est alors comptabilisé tel qu’il est.',
    ],
    toBookAgain: [
      'Il est à comptabiliser de nouveau dans Exact.',
      'Rien à faire : la prochaine synchronisation relit d’abord Exact et le comptabilise s’il n’y est vraiment pas.',
    ],
    importAnswerLost: [
      'La réponse de Teamleader s’est perdue ; une société ou un contact qui vient d’être envoyé s’y trouve peut-être.',
      'Rien à faire : il est recherché dans Teamleader ({until}) avant tout nouvel envoi.',
    ],
  },
  causeAtService: {
    rightMissing: {
      teamleader: [
        'Il manque un droit à votre utilisateur ou à votre app dans Teamleader : {right}.',
        'Demandez à votre administrateur dans Teamleader de l’accorder à votre utilisateur, et vérifiez sur la page de l’app qu’elle l’a aussi. Reconnectez-vous ensuite.',
      ],
      exact: [
        'Il manque un droit à votre utilisateur dans Exact Online : {right}.',
        'Demandez-le à votre administrateur dans Exact (Utilisateurs, puis Droits).',
      ],
    },
  },
  causeOfWrite: {
    answerLost: {
      booking: [
        'La réponse à une écriture s’est perdue ; l’écriture se trouve peut-être dans Exact.',
        'Rien à faire : elle est recherchée dans Exact ({until}) avant tout nouvel envoi.',
      ],
      customer: [
        'La réponse s’est perdue lors de l’envoi du client à Exact ; la relation s’y trouve peut-être.',
        'Rien à faire : elle est recherchée dans Exact ({until}) avant tout nouvel envoi.',
      ],
      payment: [
        'La réponse s’est perdue lors de l’enregistrement d’un paiement ; il se trouve peut-être dans Teamleader.',
        'Rien à faire : il est recherché dans Teamleader ({until}) avant tout nouvel envoi.',
      ],
    },
    colleagueBooking: {
      booking: [
        'Le Boekbrug d’un collègue comptabilise les mêmes documents en ce moment.',
        'Rien à faire : reprise automatique, {until}.',
      ],
      payment: [
        'Le Boekbrug d’un collègue reporte les mêmes paiements dans Teamleader en ce moment.',
        'Rien à faire : reprise automatique, {until}.',
      ],
    },
  },
};
