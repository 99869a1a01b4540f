import type { Worded } from '../worded.ts';

/** Other integrations, the first sync and automatic sync. */
export const automatic = {
  other: {
    question:
      'Is Teamleader’s own link with Exact, or its Accounting Connector Booster, at work for this company entity?',
    answers: { off: 'No, it is off or was never on', active: 'Yes, it is on' },
    active:
      'Together they would book every invoice twice. Switch the other one off in Teamleader, under Settings, Company information, the company entity, tab Accounting. Then say so here.',
    seen: 'Entries that somebody else made in these journals in the last month: {count}, the last one dated {date}. If nobody booked them by hand, another link is at work.',
    notSeen: 'No sign of it: in the last month nobody else made an entry in these journals.',
  },
  automatic: {
    label: 'Sync by itself',
    hint: 'While your browser runs; after a pause it catches up. You hear of it when something was booked, or needs you.',
    off: 'Only when I start it',
    howOften: 'How often',
    every: {
      5: 'Every 5 minutes',
      15: 'Every 15 minutes',
      60: 'Every hour',
      240: 'Every 4 hours',
      1440: 'Once a day',
    },
    caughtUp: 'Catching up since {time}.',
    hoursLabel: 'Times of day',
    hours: {
      always: 'At any time',
      working: 'Monday to Friday, 7:00 to 19:00',
    },
    locked: 'Locked until',
    locks: {
      notSaved: 'the set-up is saved',
      firstSyncMissing: 'a sync that you started has ended well',
      otherIntegrationNotOff: 'you have said, and saved, that Teamleader’s own link with Exact is off',
    },
    saveFirst: 'Save the set-up first.',
    firstSync: 'Books what is dated from {date} on. Look at what was booked before you let it sync by itself.',
    firstSyncDone: 'Ended well: {time}.',
  },
};

export type AutomaticTexts = Worded<typeof automatic>;
