import type { AutomaticTexts } from '../en/automatic.ts';

export const automatic: AutomaticTexts = {
  other: {
    question:
      'Le lien propre de Teamleader avec Exact, ou son Accounting Connector Booster, est-il actif pour cette entité ?',
    answers: { off: 'Non, il est désactivé ou ne l’a jamais été', active: 'Oui, il est actif' },
    active:
      'Ensemble, ils comptabiliseraient chaque facture deux fois. Désactivez l’autre dans Teamleader, sous Paramètres, Informations sur l’entreprise, l’entité, onglet Comptabilité. Puis dites-le ici.',
    seen: 'Écritures faites par quelqu’un d’autre dans ces journaux au cours du dernier mois : {count}, la dernière datée du {date}. Si personne ne les a saisies à la main, un autre lien est actif.',
    notSeen: 'Aucune trace : au cours du dernier mois, personne d’autre n’a fait d’écriture dans ces journaux.',
  },
  automatic: {
    label: 'Synchroniser automatiquement',
    hint: 'Tant que votre navigateur est ouvert ; après une pause, le retard est rattrapé. Vous êtes averti quand quelque chose est comptabilisé ou à vérifier.',
    off: 'Seulement quand je la lance',
    howOften: 'Fréquence',
    every: {
      5: 'Toutes les 5 minutes',
      15: 'Tous les quarts d’heure',
      60: 'Toutes les heures',
      240: 'Toutes les 4 heures',
      1440: 'Une fois par jour',
    },
    caughtUp: 'Rattrapage depuis {time}.',
    hoursLabel: 'Heures',
    hours: {
      always: 'À tout moment',
      working: 'Du lundi au vendredi, de 7 à 19 heures',
    },
    locked: 'Verrouillé tant que',
    locks: {
      notSaved: 'la configuration n’est pas enregistrée',
      firstSyncMissing: 'aucune synchronisation lancée par vous ne s’est bien terminée',
      otherIntegrationNotOff:
        'vous n’avez pas dit, et enregistré, que le lien propre de Teamleader avec Exact est désactivé',
    },
    saveFirst: 'Enregistrez d’abord la configuration.',
    firstSync:
      'Comptabilise ce qui est daté à partir du {date}. Regardez le résultat avant de laisser la synchronisation se faire seule.',
    firstSyncDone: 'Bien terminée : {time}.',
  },
};
