import type { HomeTexts } from '../en/home.ts';

export const home: HomeTexts = {
  home: {
    connection: 'Verbinding',
    since: 'Documenten vanaf {date}',
    saved: 'Bewaard. Je documenten kunnen nu gesynchroniseerd worden.',
    syncNow: 'Nu synchroniseren',
    openList: 'Open de factuurlijst',
    change: 'Instellingen wijzigen',
    back: 'Terug',
    lastRun: 'Laatste synchronisatie',
    never: 'Nog niet gesynchroniseerd',
    stop: 'Stoppen',
    stopping: 'Stopt…',
    timeLeft: 'Nog ongeveer {time}',
    needsAttention: '{count} documenten vragen aandacht',
    needsAttentionOne: '1 document vraagt aandacht',
    users: '{teamleader} in Teamleader · {exact} in Exact Online',
    show: 'Alles tonen',
    allGood: 'Niets vraagt aandacht',
    loggedInAgain: 'Gestopt omdat een aanmelding afgelopen was: je bent weer ingelogd.',
    options: 'Details en geschiedenis',
    accessMissing:
      'Je browser laat Boekbrug niet toe bij Teamleader en Exact Online. Tot je dat toestaat, wordt niets geboekt en zie je geen labels.',
    allowAccess: 'Toegang toestaan',
  },
};
