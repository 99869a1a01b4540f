import type { Worded } from '../worded.ts';

/** Where more than one company entity is booked, or is to be. */
export const connections = {
  connections: {
    which: 'Connection',
    add: 'Add another connection',
    fresh: 'New connection',
    change: 'Change',
    changeOf: 'Change {name}',
    remove: 'Remove',
    removeOf: 'Remove {name}?',
    removeText:
      'Nothing more is booked for it. What it booked stays in Exact, and its syncs stay in the history. Its choices and its list of documents are forgotten. Set up again, it finds in Exact what was booked.',
    discard: 'Discard',
    discardOf: 'Discard {name}?',
    discardText: 'What was chosen for it is forgotten. It was never saved, so nothing was booked by it.',
    whileSyncing: 'It can be removed when its sync has ended.',
    held: 'Stands still: another user is logged in.',
    all: 'All connections',
  },
};

export type ConnectionsTexts = Worded<typeof connections>;
