import type { PrivacyTexts } from '../en/privacy.ts';

export const privacy: PrivacyTexts = {
  privacy: {
    data: {
      title: 'Ce que Boekbrug traite',
      text: 'Vos factures, notes de crédit, clients et paiements dans Teamleader et Exact Online, dans la mesure nécessaire pour comptabiliser, comparer et importer, et les connexions que vous lui donnez.',
    },
    leaves: {
      title: 'Où vont ces données',
      text: 'De ce navigateur directement à Teamleader et à Exact Online, et nulle part ailleurs. Nous n’avons ni serveur, ni télémétrie, ni publicité, et rien n’est vendu ni transmis.',
    },
    kept: {
      title: 'Ce qui est conservé, et où',
      text: 'Dans ce navigateur uniquement : vos réglages et vos clés, les connexions, une copie de ce qui a été lu en dernier et l’historique de ce qui a été écrit. Les pages web ne peuvent pas les lire.',
    },
    ends: {
      title: 'Comment cela prend fin',
      text: 'Déconnecter met fin à une connexion et oublie ses jetons. Supprimer l’extension supprime tout ce qu’elle conserve ici. Ce qui est comptabilisé reste dans Exact Online : c’est votre comptabilité.',
    },
    support: {
      title: 'Quand vous demandez de l’aide',
      text: 'Le fichier de diagnostic n’est créé que si vous cliquez, et ne quitte ce navigateur que si vous l’envoyez. Il ne contient ni noms, ni montants, ni numéros de documents, ni clés.',
    },
  },
};
