import type { ConnectionsTexts } from '../en/connections.ts';

export const connections: ConnectionsTexts = {
  connections: {
    which: 'Verbinding',
    add: 'Nog een verbinding toevoegen',
    fresh: 'Nieuwe verbinding',
    change: 'Wijzigen',
    changeOf: '{name} wijzigen',
    remove: 'Verwijderen',
    removeOf: '{name} verwijderen?',
    removeText:
      'Hiervoor wordt niets meer geboekt. Wat geboekt is, blijft in Exact, en de synchronisaties blijven in de geschiedenis. De keuzes en de documentenlijst worden vergeten. Stel je ze opnieuw in, dan vindt ze in Exact wat al geboekt is.',
    discard: 'Weggooien',
    discardOf: '{name} weggooien?',
    discardText: 'Wat hiervoor gekozen is, wordt vergeten. Het is nooit bewaard, dus er is niets mee geboekt.',
    whileSyncing: 'Ze kan verwijderd worden zodra haar synchronisatie klaar is.',
    held: 'Staat stil: er is een andere gebruiker ingelogd.',
    all: 'Alle verbindingen',
  },
};
