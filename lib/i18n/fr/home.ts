import type { HomeTexts } from '../en/home.ts';

export const home: HomeTexts = {
  home: {
    connection: 'Liaison',
    since: 'Documents à partir du {date}',
    saved: 'Enregistré. Vos documents peuvent être synchronisés.',
    syncNow: 'Synchroniser',
    openList: 'Ouvrir la liste des factures',
    change: 'Modifier la configuration',
    back: 'Retour',
    lastRun: 'Dernière synchronisation',
    never: 'Pas encore synchronisé',
    stop: 'Arrêter',
    stopping: 'Arrêt en cours…',
    timeLeft: 'Encore environ {time}',
    needsAttention: '{count} documents à vérifier',
    needsAttentionOne: '1 document à vérifier',
    users: '{teamleader} dans Teamleader · {exact} dans Exact Online',
    show: 'Tout afficher',
    allGood: 'Rien à vérifier',
    loggedInAgain: 'Arrêtée parce qu’une connexion avait pris fin : elle est rétablie.',
    options: 'Détails et historique',
    accessMissing:
      'Votre navigateur n’autorise pas Boekbrug à accéder à Teamleader et à Exact Online. Sans votre accord, rien n’est comptabilisé et aucune étiquette n’est affichée.',
    allowAccess: 'Autoriser l’accès',
  },
};
