import type { InPageTexts } from '../en/in-page.ts';

export const inPage: InPageTexts = {
  words: {
    close: 'Sluiten',
    reload: 'Herlaad de pagina',
    selected: 'Synchroniseer {count} gekozen',
    selectedOne: 'Synchroniseer 1 gekozen',
    teach: 'Toon waar de nummers staan',
    teachAsk: 'Klik op het nummer van een document in de lijst. Er wordt niets geopend of gewijzigd. Escape annuleert.',
    teachFound: '{count} nummers gevonden: {examples}. Klopt dat?',
    teachFailed:
      'Daaruit volgt geen lijst met nummers. Klik op een nummer, zoals 2026 / 27, in een lijst met minstens twee documenten.',
    teachKeep: 'Ja, bewaar het',
    teachAgain: 'Nee, klik opnieuw',
    teachCancel: 'Annuleren',
  },
  unread: {
    title: 'Lijst niet herkend',
    text: 'Boekbrug herkent deze lijst niet en toont hier daarom geen labels. Synchroniseren werkt gewoon. Je kunt tonen waar de nummers staan: één klik op een factuurnummer.',
    syncAll: 'Synchroniseer naar Exact',
  },
  detail: {
    forget: 'Vergeet wat ik toonde',
    customer: 'Klant',
    date: 'Datum',
    entry: 'Boeking in Exact',
    journal: 'Dagboek',
    entryDate: 'Geboekt op',
    openDocument: 'Open het document',
    openDivision: 'Open de administratie',
    lines: 'Regels',
    account: 'Rekening',
    description: 'Omschrijving',
    vatCode: 'Btw-code',
    totals: 'Totalen',
    net: 'Netto',
    vat: 'Btw',
    gross: 'Totaal',
    sync: 'Synchroniseer dit document',
    openSetup: 'Open de instellingen',
    explain: 'Toelichting',
  },
};
