import type { HomeTexts } from '../en/home.ts';

export const home: HomeTexts = {
  home: {
    connection: 'Verbindung',
    since: 'Belege ab dem {date}',
    saved: 'Gespeichert. Ihre Belege können jetzt synchronisiert werden.',
    syncNow: 'Jetzt synchronisieren',
    openList: 'Rechnungsliste öffnen',
    change: 'Einrichtung ändern',
    back: 'Zurück',
    lastRun: 'Letzte Synchronisierung',
    never: 'Noch nicht synchronisiert',
    stop: 'Anhalten',
    stopping: 'Wird angehalten…',
    timeLeft: 'Noch etwa {time}',
    needsAttention: '{count} Belege zu prüfen',
    needsAttentionOne: '1 Beleg zu prüfen',
    users: '{teamleader} in Teamleader · {exact} in Exact Online',
    show: 'Alle zeigen',
    allGood: 'Nichts zu prüfen',
    loggedInAgain: 'Angehalten, weil eine Anmeldung geendet hatte: Sie sind wieder angemeldet.',
    options: 'Details und Verlauf',
    accessMissing:
      'Ihr Browser lässt Boekbrug nicht auf Teamleader und Exact Online zugreifen. Solange Sie das nicht erlauben, wird nichts gebucht und kein Hinweis angezeigt.',
    allowAccess: 'Zugriff erlauben',
  },
};
