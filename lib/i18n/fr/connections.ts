import type { ConnectionsTexts } from '../en/connections.ts';

export const connections: ConnectionsTexts = {
  connections: {
    which: 'Liaison',
    add: 'Ajouter une liaison',
    fresh: 'Nouvelle liaison',
    change: 'Modifier',
    changeOf: 'Modifier {name}',
    remove: 'Supprimer',
    removeOf: 'Supprimer {name} ?',
    removeText:
      'Plus rien n’est comptabilisé pour elle. Ce qu’elle a comptabilisé reste dans Exact, et ses synchronisations restent dans l’historique. Ses choix et sa liste de documents sont oubliés. Configurée à nouveau, elle retrouve dans Exact ce qui a été comptabilisé.',
    discard: 'Abandonner',
    discardOf: 'Abandonner {name} ?',
    discardText:
      'Ce qui a été choisi pour elle est oublié. Elle n’a jamais été enregistrée : rien n’a été comptabilisé par elle.',
    whileSyncing: 'Elle peut être supprimée dès que sa synchronisation est terminée.',
    held: 'À l’arrêt : un autre utilisateur est connecté.',
    all: 'Toutes les liaisons',
  },
};
