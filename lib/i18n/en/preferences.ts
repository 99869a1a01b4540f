import type { Worded } from '../worded.ts';

/** What the user wishes of the product itself: language, notifications, files. */
export const preferences = {
  preferences: {
    title: 'Language and notifications',
    language: 'Language',
    asBrowser: 'As the browser speaks',
    languageHint: 'Also in Teamleader’s pages. There, without a choice, Boekbrug speaks as the page does.',
    notify: 'Notifications',
    notifyWhen: {
      all: 'After each sync that I start, or that has news',
      problems: 'Only when something needs me',
      none: 'None; the number on the symbol tells',
    },
    keepHistory: 'Keep the history',
    months: '{count} months',
    forGood: 'For good',
    keepHistoryHint:
      'What was written is forgotten once it is older. Nothing is lost in Teamleader or Exact, and what is not known to have ended stays. The last fifty syncs stay in any case.',
  },
  settingsFile: {
    title: 'Settings as a file',
    text: 'For another browser, or to be safe. No password, secret or log-in is in it.',
    save: 'Save the settings as a file',
    load: 'Take settings from a file',
    loadHint:
      'They are put into the set-up. Nothing changes in what is booked before you have looked at them there and saved.',
    taken: 'The settings stand in the set-up. Look at them there, and save.',
    fileName: 'boekbrug-settings',
    problems: {
      notJson: 'This is not a file of settings. Choose the file that Boekbrug saved, unchanged.',
      notOurs: 'This file is not from Boekbrug. Choose a file that Boekbrug saved.',
      newer: 'A later version of Boekbrug saved this file. Update Boekbrug, then take it again.',
      wrongField:
        'Nothing was taken: “{field}” in the file is not as Boekbrug saves it. Save the file again where it came from.',
    },
  },
  diagnostics: {
    text: 'For whoever helps you: versions, permissions, the kinds of settings, and how often things went well or wrong. No names, numbers, amounts, keys or log-ins.',
    save: 'Save the diagnostics file',
    fileName: 'boekbrug-diagnostics',
  },
  attention: {
    title: 'Needs attention',
    none: 'Nothing needs attention.',
  },
  about: {
    version: 'Version {version}.',
  },
};

export type PreferencesTexts = Worded<typeof preferences>;
