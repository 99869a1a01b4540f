import type { KeysTexts } from '../en/keys.ts';

export const keys: KeysTexts = {
  keys: {
    preset: 'Votre entreprise a préréglé les clés : il suffit de vous connecter.',
    presetId: 'Votre entreprise a préréglé l’ID client : {clientId}',
    test: 'Tester les clés',
    verdict: {
      right: 'Les clés sont bonnes : le service connaît l’app et son URL de redirection. Connectez-vous maintenant.',
      clientIdWrong:
        'L’ID client est faux : le service ne connaît pas une telle app. Copiez-le à nouveau depuis la page de l’app.',
      secretWrong:
        'Le secret client est faux ; l’ID client est bon. Copiez à nouveau le secret depuis la page de l’app.',
      redirectUrlWrong:
        'L’URL de redirection n’est pas enregistrée avec l’app. Copiez celle ci-dessus dans la page de l’app, telle quelle.',
      idOrSecretWrong:
        'ID client et secret ne vont pas ensemble. Copiez-les tous deux à nouveau depuis la page de l’app.',
      idOrRedirectUrlWrong:
        'Le service refuse l’app : l’ID client est faux, ou l’URL de redirection ci-dessus n’y est pas enregistrée. Copiez les deux à nouveau.',
      redirectUrlUnknown:
        'ID client et secret sont bons. Si l’URL de redirection est enregistrée, le service ne le dit qu’à la connexion.',
      unknown: 'Le service ne dit qu’à la connexion si les clés sont bonnes. Connectez-vous pour le savoir.',
    },
    ofCountry:
      'Ou l’app est-elle d’un autre pays que celui choisi ({country}) ? Elle n’est connue que là où elle a été enregistrée.',
    guide: 'Comment obtenir les clés',
    openTeamleader: 'Ouvrir la page des intégrations de Teamleader',
    openExact: 'Ouvrir l’App Center d’Exact',
    steps: {
      teamleader: {
        open: 'Ouvrez la page des intégrations de Teamleader et connectez-vous.',
        create: 'Créez une intégration. Donnez-lui le nom de votre choix : Boekbrug, par exemple.',
        redirect: 'Copiez l’URL de redirection ci-dessous dans sa liste d’URL de redirection, et rien d’autre.',
        rights:
          'Accordez-lui utilisateurs, départements, contacts, entreprises, factures, produits et réglages, puis enregistrez.',
        copy: 'Copiez ici l’ID client. Le secret peut rester là-bas : avec lui, vous devez vous connecter moins souvent.',
      },
      exact: {
        open: 'Ouvrez l’App Center d’Exact de votre pays et connectez-vous.',
        create: 'Ajoutez une app pour votre propre usage. Donnez-lui le nom de votre choix : Boekbrug, par exemple.',
        redirect: 'Copiez l’URL de redirection ci-dessous dans le champ prévu de l’app.',
        rights: 'Là où des droits sont demandés, accordez relations, ventes, finances et documents, puis enregistrez.',
        copy: 'Copiez ici l’ID client et le secret client.',
      },
    },
    sketch: { name: 'Nom', redirect: 'URL de redirection', rights: 'Droits' },
  },
};
