import type { ExplainTexts } from '../en/explain.ts';

export const explain: ExplainTexts = {
  explain: {
    why: 'Pourquoi',
    books: 'Ce que cela signifie pour votre comptabilité',
    steps: 'Que faire, étape par étape',
    meaning: {
      notBooked:
        'Ce document n’est pas dans Exact : ni le chiffre d’affaires ni la TVA ne sont comptabilisés. Les autres documents continuent.',
      paused:
        'Ce qui est comptabilisé reste tel quel. Ce qui ne l’est pas encore attend et sera repris : rien n’est perdu, et rien n’est comptabilisé deux fois.',
      inDoubt:
        'L’opération a peut-être réussi, peut-être pas. Tant qu’on ne le sait pas, rien n’est renvoyé, afin qu’elle ne s’y trouve pas deux fois.',
      wrongInBooks:
        'Une écriture se trouve dans Exact, mais elle ne dit pas ce que dit le document. Jusqu’à sa correction, votre comptabilité, et peut-être votre déclaration TVA, est fausse de la différence.',
      twiceInBooks:
        'Le chiffre d’affaires et la TVA de ce document comptent plus d’une fois, jusqu’à ce qu’il ne reste qu’une écriture.',
      booked: 'Le document est dans Exact, une fois. Seule la comparaison, au centime près, doit encore venir.',
      askedFor:
        'L’écriture dans Exact est juste. Mais Teamleader réclame encore de l’argent qu’Exact ne réclame pas, ou l’inverse, et peut envoyer des rappels.',
      untouched: 'Rien n’a été modifié, ni dans Exact ni dans Teamleader.',
    },
    causes: {
      taxRateNotLinked: {
        why: 'Chaque taux de TVA de Teamleader a besoin d’un code TVA dans Exact, qui décide de la place de la vente dans votre déclaration. Pour ce taux, aucun n’est choisi, et rien n’est deviné.',
        steps: [
          'Ouvrez la configuration, sous Codes TVA.',
          'Choisissez le code pour ce taux. En cas de doute, demandez à votre comptable.',
          'Enregistrez et synchronisez à nouveau : tous les documents à ce taux sont comptabilisés.',
        ],
      },
      vatCodeUnusable: {
        why: 'Les montants sont envoyés hors TVA, et la TVA doit être celle de votre facture. Un code doit donc être destiné aux ventes, de type exclusif, non bloqué, et du même pourcentage que le taux.',
        steps: [
          'Ouvrez la configuration, sous Codes TVA, et choisissez un autre code pour ce taux.',
          'Si le code lui-même est faux, faites-le corriger dans Exact, dans les données de base, sous Codes TVA.',
          'Synchronisez à nouveau.',
        ],
      },
      glAccountMissing: {
        why: 'Le compte a été supprimé ou a reçu un autre numéro dans Exact, ou le numéro a été mal saisi là où il a été choisi.',
        steps: [
          'Cherchez dans le plan comptable d’Exact à quel compte général appartient cette vente.',
          'Choisissez-le là où l’ancien était indiqué : dans la catégorie de produits de Teamleader, ou dans la configuration sous Comptes généraux. Ou créez le compte dans Exact.',
          'Synchronisez à nouveau : tous les documents avec ce compte sont comptabilisés.',
        ],
      },
      glAccountBlocked: {
        why: 'Exact n’accepte pas de nouvelles écritures sur un compte bloqué. Un compte est bloqué volontairement, quand il ne doit plus servir.',
        steps: [
          'Demandez à votre comptable si le compte peut resservir.',
          'Si oui, débloquez-le dans Exact. Sinon, choisissez-en un autre là où il était indiqué.',
          'Synchronisez à nouveau.',
        ],
      },
      glAccountUnfit: {
        why: 'Exact tient lui-même les comptes de banque, de clients et de TVA. Une vente comptabilisée là fausserait leur solde.',
        steps: [
          'Choisissez plutôt un compte de produits, là où celui-ci était indiqué : il commence souvent par 70 en Belgique, par 8 aux Pays-Bas.',
          'Synchronisez à nouveau.',
        ],
      },
      discountAccountNotSet: {
        why: 'Une remise sur tout le document se comptabilise sur un compte à part. Aucun n’est choisi dans la configuration, et rien n’est deviné.',
        steps: [
          'Ouvrez la configuration, sous Comptes généraux.',
          'Choisissez le compte des remises, ou le compte de produits si vous les gardez ensemble.',
          'Enregistrez et synchronisez à nouveau.',
        ],
      },
      journalMissing: {
        why: 'Le journal choisi a été supprimé dans Exact, ou n’est plus un journal de ventes.',
        steps: [
          'Ouvrez la configuration, sous Administration et journaux.',
          'Choisissez un journal de ventes pour les factures et un autre pour les notes de crédit.',
          'Enregistrez et synchronisez à nouveau. Ce qui est comptabilisé dans l’ancien journal y reste.',
        ],
      },
      journalBlocked: {
        why: 'Exact n’accepte pas d’écritures dans un journal bloqué : souvent, un exercice a été clôturé ou un autre journal l’a remplacé.',
        steps: [
          'Demandez à votre comptable pourquoi il est bloqué.',
          'Débloquez-le dans Exact, ou choisissez un autre journal dans la configuration.',
          'Synchronisez à nouveau.',
        ],
      },
      totalsDiffer: {
        why: 'Une écriture n’est envoyée que si le net, la TVA et le total égalent votre facture au centime près. Ici, les lignes, avec leurs taux, donnent une autre somme que celle du document.',
        steps: [
          'Ouvrez le document dans Teamleader et comparez ses lignes à ses totaux.',
          'Si une ligne est fausse et que le document peut encore être modifié, corrigez-la et synchronisez à nouveau.',
          'Sinon, comptabilisez-le à la main dans Exact, avec le numéro du document comme référence : la synchronisation suivante le reconnaît.',
        ],
      },
      amountTooFine: {
        why: 'La devise n’a pas de si petites unités. Exact arrondirait le montant, et l’écriture n’égalerait plus votre facture.',
        steps: [
          'Corrigez le prix ou la quantité dans Teamleader, si le document peut encore être modifié.',
          'Sinon, comptabilisez-le à la main dans Exact, avec le numéro du document comme référence.',
        ],
      },
      vatNumberInvalid: {
        why: 'Dans chaque pays, les numéros de TVA ont une forme et des chiffres de contrôle. Celui-ci ne convient pas : souvent un chiffre manque, deux sont inversés, ou le pays est faux. Exact le refuserait, ou votre relevé intracommunautaire.',
        steps: [
          'Demandez le numéro au client, ou cherchez-le dans VIES, le registre de l’Union européenne.',
          'Corrigez-le chez le client dans Teamleader, dans la forme indiquée. Si le client n’a pas de numéro de TVA, laissez le champ vide.',
          'Synchronisez à nouveau.',
        ],
      },
      vatNumberNeeded: {
        why: 'Les ventes sans TVA à des entreprises ailleurs dans l’UE sont déclarées sous le numéro de TVA du client. Sans lui, l’exonération ne tient pas.',
        steps: [
          'Demandez son numéro de TVA au client et introduisez-le dans Teamleader.',
          'Le client est un particulier, ou établi dans votre pays ? Alors le taux de TVA du document est faux : corrigez-le.',
          'Synchronisez à nouveau.',
        ],
      },
      customerMissing: {
        why: 'Le document nomme une entreprise ou un contact que Teamleader ne donne pas : il a été supprimé ou fusionné, ou votre app ne peut pas le lire.',
        steps: [
          'Regardez dans Teamleader si le client existe encore.',
          'S’il a été supprimé, choisissez le bon client sur le document, s’il peut encore être modifié ; sinon, comptabilisez-le à la main dans Exact, avec son numéro comme référence.',
          'S’il existe, vérifiez que votre app a les droits pour les entreprises et les contacts, et reconnectez-vous.',
        ],
      },
      customerBlocked: {
        why: 'Exact ne comptabilise rien pour une relation bloquée. Quelqu’un l’a bloquée : à cause d’impayés, ou parce qu’une autre relation la remplace.',
        steps: [
          'Demandez à votre comptable pourquoi la relation est bloquée.',
          'Débloquez-la dans Exact. Ou fusionnez les deux, si une autre la remplace.',
          'Synchronisez à nouveau.',
        ],
      },
      customerAmbiguous: {
        why: 'Plus d’une relation dans Exact correspond à ce client, par son numéro de TVA, son numéro d’entreprise ou son nom. Sur la mauvaise, la facture serait lettrée avec les paiements d’un autre client.',
        steps: [
          'Choisissez la bonne relation sous À vérifier. La réponse est conservée.',
          'Ou fusionnez les relations dans Exact, et synchronisez à nouveau.',
        ],
      },
      currencyNotActive: {
        why: 'Exact ne comptabilise dans une devise que si elle est activée dans l’administration.',
        steps: [
          'Activez la devise dans Exact, dans les données de base, sous Devises.',
          'Introduisez-y un taux de change.',
          'Synchronisez à nouveau.',
        ],
      },
      currencyNotAllowed: {
        why: 'Un journal peut être tenu dans une seule devise. C’est le cas ici.',
        steps: [
          'Ouvrez le journal dans Exact et autorisez d’autres devises. Ou créez un journal pour cette devise.',
          'Dans le second cas, choisissez-le dans la configuration, sous Administration et journaux.',
          'Synchronisez à nouveau.',
        ],
      },
      exchangeRateMissing: {
        why: 'Le document est dans une autre devise que votre comptabilité, et Teamleader n’indique aucun taux entre les deux.',
        steps: [
          'Ouvrez le document dans Teamleader et introduisez le taux de change.',
          'Si l’entité y a une autre devise que votre administration dans Exact, comptabilisez-le à la main, avec le numéro du document comme référence.',
        ],
      },
      exchangeRateUnclear: {
        why: 'Le taux du document est comparé à celui qu’Exact connaît, pour qu’aucun taux mal saisi ne soit comptabilisé. Ils sont trop éloignés, ou Exact n’en connaît pas.',
        steps: [
          'Cherchez le taux de la devise au jour du document.',
          'Introduisez-le dans Exact, sous Taux de change, s’il y manque ou s’il est dépassé.',
          'Si le taux du document est faux, corrigez-le dans Teamleader.',
          'Synchronisez à nouveau.',
        ],
      },
      taxWithheld: {
        why: 'Le client retient une partie du montant comme impôt et la verse lui-même à l’État. Une telle créance a deux parties, ce que Boekbrug ne comptabilise pas.',
        steps: [
          'Comptabilisez le document à la main dans Exact, avec son numéro comme référence. Votre comptable connaît les comptes.',
          'Synchronisez à nouveau : l’écriture est reconnue.',
        ],
      },
      noLines: {
        why: 'Sans ligne, il n’y a ni compte ni code TVA, et donc rien à comptabiliser.',
        steps: [
          'Ouvrez le document dans Teamleader et ajoutez ce qui a été vendu.',
          'S’il doit rester vide, créditez-le dans Teamleader, ou comptabilisez-le à la main.',
        ],
      },
      entryNumberTaken: {
        why: 'Le numéro d’écriture découle du numéro du document, afin que rien ne soit comptabilisé deux fois. Dans ce journal, une autre écriture le porte déjà : faite à la main, par un autre lien, ou pour un document renuméroté.',
        steps: [
          'Cherchez le numéro d’écriture dans Exact et regardez ce que c’est.',
          'Si c’est ce document même, mettez le numéro du document dans la référence : il est alors reconnu.',
          'Si c’en est une autre, donnez-lui un autre numéro. Ou, si plusieurs documents sont concernés, prenez dans la configuration un journal propre à Boekbrug.',
          'Synchronisez à nouveau.',
        ],
      },
      bookedTwice: {
        why: 'Plusieurs écritures dans Exact portent le lien ou le numéro de ce document. Souvent, il a été saisi à la main, ou un autre lien l’a comptabilisé aussi.',
        steps: [
          'Ouvrez les écritures dans Exact et voyez laquelle est payée ou lettrée : celle-là reste.',
          'Supprimez les autres. Dans une période clôturée, demandez une correction à votre comptable.',
          'Si un autre lien comptabilise encore, désactivez-le, sinon cela se reproduira.',
          'Synchronisez à nouveau.',
        ],
      },
      periodClosed: {
        why: 'Votre comptable clôture les périodes dont la déclaration TVA est envoyée. La date du document tombe dans une telle période ; elle figure sur votre facture et n’est pas modifiée.',
        steps: [
          'Demandez à votre comptable d’ouvrir la période, et synchronisez.',
          'Ou comptabilisez-le à la main dans une période ouverte, avec le numéro du document comme référence : il est alors reconnu.',
          'Pour des documents plus anciens que ce que vous voulez comptabiliser, choisissez une date de début plus tardive dans la configuration.',
        ],
      },
      financialYearMissing: {
        why: 'Exact ne comptabilise que dans des exercices qui ont été créés. Un nouvel exercice ne se crée pas de lui-même.',
        steps: [
          'Créez l’exercice dans Exact, dans les données de base, dans le tableau des périodes.',
          'Vérifiez que la date du document n’est pas une faute de frappe.',
          'Synchronisez à nouveau.',
        ],
      },
      readBackDiffers: {
        why: 'Chaque écriture est relue après l’envoi et comparée. Quelqu’un l’a modifiée, un réglage d’Exact a rempli autre chose, ou une écriture d’un autre montant porte ce numéro.',
        steps: [
          'Ouvrez l’écriture dans Exact à côté du document dans Teamleader.',
          'Corrigez l’écriture. Ou supprimez-la, si elle n’est pas payée et que sa période est ouverte.',
          'Synchronisez à nouveau : elle est comparée encore une fois, ou refaite si elle a disparu.',
        ],
      },
      refused: {
        why: 'Le service a contrôlé l’envoi et dit non. Les mots entre guillemets sont les siens. La même chose n’est pas renvoyée sans cesse : trop de refus bloqueraient l’accès pendant une heure.',
        steps: [
          'Lisez le message : il nomme souvent un champ que votre administration exige.',
          'Remplissez ou corrigez ce champ dans le service, chez le client ou dans ses réglages.',
          'Synchronisez à nouveau. Si le message reste obscur, montrez-le à votre comptable.',
        ],
      },
      notConnected: {
        why: 'Boekbrug travaille avec votre propre app dans chaque service. Ses clés n’ont pas été introduites, ou ont été retirées.',
        steps: [
          'Suivez « Comment obtenir les clés », au-dessus des champs.',
          'Introduisez les clés et connectez-vous.',
        ],
      },
      loginNeeded: {
        why: 'Une connexion prend fin quand vous vous déconnectez partout, changez de mot de passe, retirez l’accès de l’app ou ne l’utilisez pas longtemps. Parfois, le service y met fin de lui-même, ou la liaison s’est coupée au moment où elle était renouvelée.',
        steps: [
          'Dans la configuration, reconnectez-vous avec le même utilisateur.',
          'Synchronisez : la synchronisation reprend où elle en était.',
        ],
      },
      rightMissing: {
        why: 'Dans le service, chaque utilisateur peut faire ce que l’administrateur a autorisé. Boekbrug fait ce que vous pouvez faire, et pas davantage ; ceci n’en fait pas partie.',
        steps: [
          'Pour Exact, la configuration dit quel droit manque, sous Administration et journaux. Pour Teamleader, c’est celui que nomme le message.',
          'Demandez-le à l’administrateur. Dans Exact : Utilisateurs, puis Droits. Dans Teamleader : votre utilisateur, ou les scopes de l’app.',
          'Synchronisez à nouveau. Si les scopes de l’app ont été modifiés, reconnectez-vous d’abord.',
        ],
      },
      limitReached: {
        why: 'Chaque service ne répond qu’à un certain nombre d’appels par minute et par jour. Ils sont épuisés pour l’instant, par Boekbrug ou par un autre programme avec la même app.',
        steps: [],
      },
      tooManyErrors: {
        why: 'Exact tolère une dizaine d’erreurs par heure, puis bloque l’accès pour une heure ou plus. Boekbrug s’arrête donc bien avant. Un droit qui manque, une écriture qu’Exact refuse, un test de vos clés et une connexion avec de mauvaises clés comptent chacun pour une erreur. Ce qui a été refusé est indiqué là où c’est arrivé : corrigez-le entre-temps, sinon le refus se répète.',
        steps: [],
      },
      unreachable: {
        why: 'Aucune réponse n’est venue : votre connexion est coupée, un pare-feu fait obstacle, ou le service est en panne.',
        steps: [
          'Ouvrez le service dans un onglet à part. Y fonctionne-t-il ?',
          'Sinon, attendez qu’il fonctionne. La synchronisation automatique réessaie d’elle-même.',
          'Si oui, réessayez. Dans un réseau d’entreprise, demandez si les extensions peuvent l’atteindre.',
        ],
      },
      notUnderstood: {
        why: 'La réponse n’a pas la forme que le service documente. Plutôt que de deviner, Boekbrug s’arrête : un montant mal lu serait pire. C’est souvent une panne passagère.',
        steps: [
          'Réessayez dans quelques minutes.',
          'Si cela persiste, téléchargez le fichier de diagnostic et envoyez-le à qui vous aide. Il ne contient ni noms, ni numéros, ni clés.',
        ],
      },
      storageFull: {
        why: 'Avant tout envoi, une note est prise dans ce navigateur, afin que rien ne soit comptabilisé deux fois. Sans place pour cette note, rien n’est envoyé.',
        steps: ['Libérez de l’espace sur le disque de l’ordinateur.', 'Synchronisez à nouveau.'],
      },
      storageHeld: {
        why: 'Le stockage passe à une nouvelle forme, et un autre onglet de Boekbrug utilise encore l’ancienne.',
        steps: [
          'Fermez les autres onglets de Boekbrug.',
          'Si cela ne suffit pas, redémarrez le navigateur.',
          'Réessayez.',
        ],
      },
      newerVersion: {
        why: 'Un Boekbrug plus récent était installé dans ce navigateur, puis un plus ancien. L’ancien ne comprend pas les notes et ne touche à rien.',
        steps: ['Ouvrez les extensions de votre navigateur et mettez Boekbrug à jour.', 'Synchronisez à nouveau.'],
      },
      unexpected: {
        why: 'C’est un défaut de Boekbrug ou du navigateur, pas de votre comptabilité.',
        steps: [
          'Synchronisez à nouveau : ce qui était commencé est d’abord recherché.',
          'Si cela persiste, téléchargez le fichier de diagnostic et envoyez-le à qui vous aide.',
        ],
      },
      colleagueBooking: {
        why: 'Deux navigateurs qui travaillent au même moment sur les mêmes documents pourraient se gêner. L’un des deux attend donc une minute ou deux.',
        steps: [],
      },
      stoppedByUser: {
        why: 'Ce qui était comptabilisé avant l’arrêt le reste et a été relu. Le reste attend la prochaine synchronisation, même automatique.',
        steps: ['Synchronisez à nouveau quand cela vous convient.'],
      },
      colleagueImporting: {
        why: 'Teamleader ne refuse pas une seconde entreprise du même nom. De deux importations au même moment, l’une attend donc.',
        steps: [],
      },
      notReadBack: {
        why: 'Juste après l’envoi, une écriture est relue et comparée à votre facture. Exact n’a pas encore répondu à cette question.',
        steps: [],
      },
      toBookAgain: {
        why: 'Vous l’avez demandé : son écriture a été supprimée dans Exact. Exact est relu d’abord, au cas où elle s’y trouverait quand même.',
        steps: [],
      },
      changedSincePreview: {
        why: 'Vous avez demandé exactement ce que montrait l’aperçu. Entre-temps, le document, le client ou la configuration a changé, et il en sortirait une autre écriture.',
        steps: ['Refaites l’aperçu et regardez ce qui diffère.', 'Comptabilisez à partir de là, ou synchronisez.'],
      },
      answerLost: {
        why: 'La connexion a été coupée après l’envoi et avant la réponse. L’autre côté y travaille peut-être encore ; la recherche n’a donc lieu qu’après quelques minutes.',
        steps: [],
      },
      importAnswerLost: {
        why: 'La connexion a été coupée après l’envoi d’un client et avant la réponse. Teamleader y travaille peut-être encore ; la recherche n’a donc lieu qu’après quelques minutes.',
        steps: [],
      },
      writtenOff: {
        why: 'Votre comptable a passé une petite différence ou une créance irrécouvrable, et le poste est soldé. Teamleader ne connaît pas les différences de paiement.',
        steps: [
          'Si le client ne doit plus rien, marquez la facture comme payée ici.',
          'S’il s’agit d’une vraie réduction, avec TVA, faites plutôt une note de crédit dans Teamleader : elle est aussi comptabilisée dans Exact.',
        ],
      },
      discountTaken: {
        why: 'Votre condition de paiement accorde un escompte pour paiement rapide, et le client l’a pris. Le reste ne viendra pas.',
        steps: [
          'Demandez à votre comptable si l’escompte exige une note de crédit, à cause de la TVA.',
          'Si oui, faites-la dans Teamleader. Sinon, marquez la facture comme payée ici.',
        ],
      },
      settledOtherwise: {
        why: 'Dans Exact, la facture est lettrée avec autre chose qu’un paiement : une note de crédit d’une autre facture, un acompte, ou une écriture du comptable.',
        steps: [
          'Regardez dans Exact, dans les postes ouverts du client, avec quoi elle est lettrée.',
          'Si c’était une note de crédit de Teamleader, liez-la à cette facture dans Teamleader.',
          'Sinon, marquez la facture comme payée ici, si plus rien ne doit venir.',
        ],
      },
      registeredTwice: {
        why: 'Quelqu’un a saisi le paiement dans Teamleader à la main, ou par un autre lien, au moment où Boekbrug l’a fait.',
        steps: [
          'Faites supprimer les paiements ici : Teamleader n’en supprime pas un seul à la fois.',
          'Synchronisez : ce qu’Exact a reçu est enregistré à nouveau, une fois.',
        ],
      },
      paidInOtherCurrency: {
        why: 'Exact a lettré un paiement dans une autre devise et ne dit pas quelle part de la facture il couvre. Un montant deviné serait faux.',
        steps: [
          'Regardez dans Exact ce qui a été reçu.',
          'Enregistrez le paiement dans Teamleader, dans la devise de la facture.',
        ],
      },
      amountsDiffer: {
        why: 'La facture a été modifiée après avoir été comptabilisée, ou son écriture l’a été. Vous seul pouvez dire quel montant est le bon.',
        steps: [
          'Ouvrez les deux côte à côte.',
          'Corrigez ce qui est faux ; une facture comptabilisée, par une note de crédit.',
          'Synchronisez : les paiements sont à nouveau suivis dès que les deux réclament la même somme.',
        ],
      },
      paymentRefused: {
        why: 'Teamleader a contrôlé le paiement et dit non. Les mots sont les siens. Souvent, la facture a été modifiée, créditée ou payée au même moment.',
        steps: [
          'Ouvrez la facture dans Teamleader et regardez ce qui reste à payer.',
          'Enregistrez-y le paiement, s’il manque.',
        ],
      },
      loginCancelled: {
        why: 'Le service ouvre sa propre fenêtre de connexion. Elle a été fermée, ou le navigateur ne l’a pas montrée.',
        steps: [
          'Cliquez à nouveau sur Se connecter.',
          'Connectez-vous et choisissez Autoriser. Si aucune fenêtre n’apparaît, cherchez-la derrière celle-ci.',
        ],
      },
      loginRefused: {
        why: 'Sur la page du service, l’accès de votre app a été refusé, ou votre utilisateur ne peut pas l’accorder.',
        steps: [
          'Cliquez à nouveau sur Se connecter et choisissez Autoriser.',
          'Si ce choix n’est pas offert, demandez à un administrateur du service de se connecter une fois, ou le droit de lier des apps.',
        ],
      },
      wrongKeys: {
        why: 'L’ID client, le secret ou l’URL de redirection ne sont pas ceux de votre app : une faute de frappe, ou un secret renouvelé.',
        steps: [
          'Cliquez sur Tester les clés : cela dit laquelle est fausse.',
          'Copiez-la à nouveau de la page de l’app, exactement telle quelle.',
          'Reconnectez-vous.',
        ],
      },
      loginPageFailed: {
        why: 'Le service n’est pas revenu de sa page de connexion. Le plus souvent, l’URL de redirection n’est pas enregistrée dans votre app, ou l’ID client y est inconnu.',
        steps: [
          'Cliquez sur Tester les clés.',
          'Comparez l’URL de redirection affichée à celle de votre app : chaque signe compte.',
          'Vérifiez le pays choisi pour Exact, et reconnectez-vous.',
        ],
      },
      notAmongYours: {
        why: 'Quelqu’un d’autre qu’avant est connecté, et cet utilisateur n’a pas accès à ce que la liaison comptabilise. Par sécurité, elle est à l’arrêt.',
        steps: [
          'Connectez-vous avec un utilisateur qui le voit. Ou faites donner l’accès à cet utilisateur par l’administrateur.',
          'Si la liaison n’est plus nécessaire, retirez-la dans la configuration.',
        ],
      },
      keysWithdrawn: {
        why: 'Une règle de votre entreprise fournissait à Boekbrug les clés de son app, et ne le fait plus. Une connexion ne vaut qu’avec les clés de sa propre app.',
        steps: [
          'Demandez à la personne qui gère votre navigateur si c’est voulu. Si les clés reviennent, vous êtes aussitôt reconnecté.',
          'Ou suivez « Comment obtenir les clés » dans la configuration, saisissez les vôtres et connectez-vous.',
        ],
      },
    },
  },
};
