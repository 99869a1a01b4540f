import type { AutomaticTexts } from '../en/automatic.ts';

export const automatic: AutomaticTexts = {
  other: {
    question:
      'Arbeitet Teamleaders eigene Verbindung mit Exact, oder der Accounting Connector Booster, für dieses Unternehmen?',
    answers: { off: 'Nein, sie ist aus oder war nie an', active: 'Ja, sie ist an' },
    active:
      'Zusammen würden sie jede Rechnung doppelt buchen. Schalten Sie die andere in Teamleader aus, unter Einstellungen, Unternehmensinformationen, das Unternehmen, Reiter Buchhaltung. Sagen Sie es danach hier.',
    seen: 'Buchungen, die jemand anders im letzten Monat in diesen Journalen gemacht hat: {count}, die letzte vom {date}. Hat sie niemand von Hand gebucht, arbeitet noch eine andere Verbindung.',
    notSeen: 'Keine Spur davon: Im letzten Monat hat niemand anders in diesen Journalen gebucht.',
  },
  automatic: {
    label: 'Von selbst synchronisieren',
    hint: 'Solange Ihr Browser läuft; nach einer Pause wird nachgeholt. Sie erfahren es, wenn etwas gebucht wurde oder zu prüfen ist.',
    off: 'Nur wenn ich es starte',
    howOften: 'Wie oft',
    every: {
      5: 'Alle 5 Minuten',
      15: 'Alle 15 Minuten',
      60: 'Jede Stunde',
      240: 'Alle 4 Stunden',
      1440: 'Einmal am Tag',
    },
    caughtUp: 'Nachgeholt seit {time}.',
    hoursLabel: 'Uhrzeiten',
    hours: {
      always: 'Jederzeit',
      working: 'Montag bis Freitag, 7 bis 19 Uhr',
    },
    locked: 'Gesperrt, bis',
    locks: {
      notSaved: 'die Einrichtung gespeichert ist',
      firstSyncMissing: 'eine von Ihnen gestartete Synchronisierung gut zu Ende gegangen ist',
      otherIntegrationNotOff: 'Sie gesagt und gespeichert haben, dass Teamleaders eigene Verbindung mit Exact aus ist',
    },
    saveFirst: 'Speichern Sie zuerst die Einrichtung.',
    firstSync: 'Bucht, was ab dem {date} datiert ist. Sehen Sie sich das Gebuchte an, bevor es von selbst laufen darf.',
    firstSyncDone: 'Gut zu Ende gegangen: {time}.',
  },
};
