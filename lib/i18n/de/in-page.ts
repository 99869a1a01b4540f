import type { InPageTexts } from '../en/in-page.ts';

export const inPage: InPageTexts = {
  words: {
    close: 'Schließen',
    reload: 'Laden Sie die Seite neu',
    selected: '{count} gewählte synchronisieren',
    selectedOne: '1 gewählten synchronisieren',
    teach: 'Zeigen, wo die Nummern stehen',
    teachAsk:
      'Klicken Sie auf die Nummer eines Belegs in der Liste. Nichts wird geöffnet oder geändert. Escape bricht ab.',
    teachFound: '{count} Nummern gefunden: {examples}. Stimmt das?',
    teachFailed:
      'Daraus folgt keine Liste von Nummern. Klicken Sie auf eine Nummer, etwa 2026 / 27, in einer Liste mit mindestens zwei Belegen.',
    teachKeep: 'Ja, merken',
    teachAgain: 'Nein, noch einmal klicken',
    teachCancel: 'Abbrechen',
  },
  unread: {
    title: 'Liste nicht erkannt',
    text: 'Boekbrug erkennt diese Liste nicht und zeigt hier deshalb keine Marken. Die Synchronisierung funktioniert trotzdem. Sie können zeigen, wo die Nummern stehen: ein Klick auf eine Rechnungsnummer.',
    syncAll: 'Mit Exact synchronisieren',
  },
  detail: {
    held: 'Wie zuletzt gelesen: Es wird nichts synchronisiert, bis die Anmeldung in der Einrichtung geregelt ist.',
    forget: 'Gezeigtes vergessen',
    customer: 'Kunde',
    date: 'Datum',
    entry: 'Buchung in Exact',
    journal: 'Journal',
    entryDate: 'Buchungsdatum',
    openDocument: 'Beleg öffnen',
    openDivision: 'Administration öffnen',
    lines: 'Zeilen',
    account: 'Konto',
    description: 'Beschreibung',
    vatCode: 'MwSt.-Code',
    totals: 'Summen',
    net: 'Netto',
    vat: 'MwSt.',
    gross: 'Gesamt',
    sync: 'Diesen Beleg synchronisieren',
    openSetup: 'Einrichtung öffnen',
    openOptions: 'Optionsseite öffnen',
    explain: 'Erklären',
  },
};
