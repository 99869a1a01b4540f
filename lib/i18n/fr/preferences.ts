import type { PreferencesTexts } from '../en/preferences.ts';

export const preferences: PreferencesTexts = {
  preferences: {
    title: 'Langue et notifications',
    language: 'Langue',
    asBrowser: 'Comme le navigateur',
    languageHint: 'Aussi dans les pages de Teamleader. Sans choix, Boekbrug y parle comme la page.',
    notify: 'Notifications',
    notifyWhen: {
      all: 'Après chaque synchronisation que je lance, ou qui a du nouveau',
      problems: 'Seulement quand quelque chose est à vérifier',
      none: 'Aucune ; le nombre sur le symbole le dit',
    },
    keepHistory: 'Garder l’historique',
    months: '{count} mois',
    forGood: 'Pour toujours',
    keepHistoryHint:
      'Ce qui a été écrit est oublié une fois plus ancien. Rien n’est perdu dans Teamleader ni dans Exact, et ce dont l’issue n’est pas connue reste. Les cinquante dernières synchronisations restent dans tous les cas.',
  },
  settingsFile: {
    title: 'Réglages dans un fichier',
    text: 'Pour un autre navigateur, ou par précaution. Aucun mot de passe, secret ou connexion ne s’y trouve.',
    save: 'Enregistrer les réglages dans un fichier',
    load: 'Reprendre les réglages d’un fichier',
    loadHint:
      'Ils sont placés dans la configuration. Rien ne change à la comptabilisation avant que vous les ayez vus et enregistrés.',
    taken: 'Les réglages sont dans la configuration. Regardez-les, puis enregistrez.',
    fileName: 'boekbrug-reglages',
    problems: {
      notJson: 'Ce n’est pas un fichier de réglages. Choisissez le fichier enregistré par Boekbrug, inchangé.',
      notOurs: 'Ce fichier ne vient pas de Boekbrug. Choisissez un fichier enregistré par Boekbrug.',
      newer: 'Une version plus récente de Boekbrug a enregistré ce fichier. Mettez Boekbrug à jour, puis recommencez.',
      wrongField:
        'Rien n’a été repris : « {field} » dans le fichier n’est pas comme Boekbrug l’enregistre. Enregistrez à nouveau le fichier là d’où il vient.',
    },
  },
  diagnostics: {
    text: 'Pour qui vous aide : versions, autorisations, sortes de réglages, et combien de fois cela a réussi ou échoué. Ni noms, ni numéros, ni montants, ni clés, ni connexions.',
    save: 'Enregistrer le fichier de diagnostic',
    fileName: 'boekbrug-diagnostic',
  },
  attention: {
    title: 'À vérifier',
    none: 'Rien à vérifier.',
  },
  about: {
    version: 'Version {version}.',
  },
};
