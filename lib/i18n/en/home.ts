import type { Worded } from '../worded.ts';

/** The popup once the set-up is saved. */
export const home = {
  home: {
    connection: 'Connection',
    since: 'Documents from {date} on',
    saved: 'Saved. Your documents can be synced now.',
    syncNow: 'Sync now',
    openList: 'Open the invoice list',
    change: 'Change the set-up',
    back: 'Back',
    lastRun: 'Last sync',
    never: 'Not synced yet',
    stop: 'Stop',
    stopping: 'Stopping…',
    timeLeft: 'About {time} left',
    needsAttention: '{count} documents need attention',
    needsAttentionOne: '1 document needs attention',
    users: '{teamleader} in Teamleader · {exact} in Exact Online',
    show: 'Show all',
    allGood: 'Nothing needs attention',
    loggedInAgain: 'Stopped because a log-in had ended: you are logged in again.',
    options: 'Details and history',
    accessMissing:
      'Your browser does not let Boekbrug reach Teamleader and Exact Online. Until you allow it, nothing is booked and no badge is shown.',
    allowAccess: 'Allow access',
  },
};

export type HomeTexts = Worded<typeof home>;
