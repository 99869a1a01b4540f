import type { InPageTexts } from '../en/in-page.ts';

export const inPage: InPageTexts = {
  words: {
    close: 'Fermer',
    reload: 'Rechargez la page',
    selected: 'Synchroniser {count} choisis',
    selectedOne: 'Synchroniser 1 choisi',
    teach: 'Montrer où sont les numéros',
    teachAsk: 'Cliquez sur le numéro d’un document de la liste. Rien n’est ouvert ni modifié. Échap annule.',
    teachFound: '{count} numéros trouvés : {examples}. Est-ce correct ?',
    teachFailed:
      'Aucune liste de numéros n’en découle. Cliquez sur un numéro, par exemple 2026 / 27, dans une liste d’au moins deux documents.',
    teachKeep: 'Oui, conserver',
    teachAgain: 'Non, cliquer à nouveau',
    teachCancel: 'Annuler',
  },
  unread: {
    title: 'Liste non reconnue',
    text: 'Boekbrug ne reconnaît pas cette liste et n’y affiche donc pas d’étiquettes. La synchronisation fonctionne malgré tout. Vous pouvez montrer où se trouvent les numéros : un clic sur un numéro de facture.',
    syncAll: 'Synchroniser vers Exact',
  },
  detail: {
    forget: 'Oublier ce que j’ai montré',
    customer: 'Client',
    date: 'Date',
    entry: 'Écriture dans Exact',
    journal: 'Journal',
    entryDate: 'Comptabilisé le',
    openDocument: 'Ouvrir le document',
    openDivision: 'Ouvrir l’administration',
    lines: 'Lignes',
    account: 'Compte',
    description: 'Description',
    vatCode: 'Code TVA',
    totals: 'Totaux',
    net: 'Net',
    vat: 'TVA',
    gross: 'Total',
    sync: 'Synchroniser ce document',
    openSetup: 'Ouvrir la configuration',
    explain: 'Expliquer',
  },
};
