import type { WritesTexts } from '../en/writes.ts';

export const writes: WritesTexts = {
  fixes: {
    setup: 'Configuration : {step}',
    exact: 'Ouvrir Exact Online',
    attention: 'Aller à la question',
    help: 'Obtenir le fichier de diagnostic',
    extensions: 'Ouvrir les extensions de Chrome',
    syncAgain: 'Synchroniser à nouveau',
  },
  history: {
    title: 'Ce qui a été écrit',
    text: 'Chaque appel qui a créé ou modifié quelque chose, le plus récent d’abord : quoi, pourquoi et avec quel résultat. Les cinq mille plus récents sont gardés.',
    none: 'Rien n’a encore été écrit.',
    search: 'Chercher par numéro, nom ou identifiant',
    noMatch: 'Aucun appel ne correspond.',
    shown: 'Les {shown} premiers appels sur {count}. Cherchez pour trouver les autres.',
    found: '{count} appels',
    showDone: 'Réussi',
    showRefused: 'Refusé',
    showUnknown: 'Réponse inconnue',
    at: 'Quand',
    atUtc: 'Quand (UTC)',
    written: 'Quoi et pourquoi',
    ids: 'Identifiants',
    what: {
      salesEntry: 'Écriture de vente pour {name}',
      account: 'Nouveau compte pour {name}',
      accountChange: 'Données du compte de {name}',
      bankAccount: 'Compte bancaire {name}',
      document: 'Place pour le PDF de {name}',
      attachment: 'PDF de {name}',
    },
    why: {
      title: 'Pourquoi',
      salesEntry: 'La date est dans la période choisie, et ce n’était pas dans Exact.',
      account: 'Le client de {number}, qu’Exact ne connaissait pas.',
      accountChange:
        'Le client de {number} : il manquait une donnée dans Exact, ou celle de Teamleader est plus récente.',
      bankAccount: 'Teamleader le connaît d’un client qui est nouveau dans Exact.',
      document: 'Selon la configuration, les PDF sont gardés avec leurs écritures.',
      attachment: 'Selon la configuration, les PDF sont gardés avec leurs écritures.',
    },
    how: {
      sent: 'En route, ou interrompu',
      done: 'Réussi',
      refused: 'Refusé : {text}',
      lost: 'Aucune réponse n’est venue',
      found: 'Réussi : aucune réponse, mais trouvé sur place',
    },
    fileName: 'boekbrug-ecrit',
  },
};
