import type { ConnectionsTexts } from '../en/connections.ts';

export const connections: ConnectionsTexts = {
  connections: {
    which: 'Verbindung',
    add: 'Weitere Verbindung hinzufügen',
    fresh: 'Neue Verbindung',
    change: 'Ändern',
    changeOf: '{name} ändern',
    remove: 'Entfernen',
    removeOf: '{name} entfernen?',
    removeText:
      'Für sie wird nichts mehr gebucht. Was gebucht ist, bleibt in Exact, und ihre Synchronisierungen bleiben im Verlauf. Ihre Auswahl und ihre Belegliste werden vergessen. Wird sie neu eingerichtet, findet sie in Exact, was gebucht ist.',
    discard: 'Verwerfen',
    discardOf: '{name} verwerfen?',
    discardText: 'Was für sie gewählt wurde, wird vergessen. Sie wurde nie gespeichert, also hat sie nichts gebucht.',
    whileSyncing: 'Sie kann entfernt werden, sobald ihre Synchronisierung beendet ist.',
    held: 'Steht still: Ein anderer Benutzer ist angemeldet.',
    all: 'Alle Verbindungen',
  },
};
