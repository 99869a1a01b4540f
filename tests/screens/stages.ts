/** Every screen there is to be looked at, in the order of the story. */
import type { Page } from '@playwright/test';
import { badges, resultPanel, sync, syncButton } from '../run/journey.ts';
import {
  failBooking,
  failSync,
  letColleagueIn,
  loseLogIn,
  meetLacks,
  mendKeys,
  mistypeSecret,
  refuseExact,
  refuseTeamleader,
  takeWrongTurns,
  withdrawKeys,
} from './setbacks.ts';
import type { Show, Stage } from './stage.ts';
import {
  addSecond,
  automate,
  bookPreviewed,
  chooseOtherDivision,
  connect,
  endImport,
  endPreview,
  endReport,
  endSync,
  open,
  openList,
  PATIENCE,
  PREVIEW_BOOKED,
  pauseImport,
  RUN_PROBLEM,
  redesign,
  startImport,
  startPreview,
  startReport,
  startSync,
  stopSync,
  syncBoth,
} from './story.ts';

/** @param ready what is there once it shows what it is about */
const popupAt =
  (hash: string, ready: string): Show =>
  async ({ popup }) => {
    await open(popup, `popup.html${hash}`);
    await popup.locator(ready).first().waitFor();
    return popup;
  };

const optionsAt =
  (tab: string, ready = '.panel h2'): Show =>
  async ({ options }) => {
    await open(options, `options.html#${tab}`);
    await options.locator(ready).first().waitFor();
    return options;
  };

/** Of options that are told otherwise than the others. */
const asideAt =
  (tab: string, ready: string): Show =>
  async ({ aside }) => {
    await open(aside, `options.html#${tab}`);
    await aside.locator(ready).first().waitFor();
    return aside;
  };

const listAt: Show = async (world) => {
  await openList(world);
  await syncButton(world.list).waitFor();
  return world.list;
};

/** What is seen after something was done on it. */
const then =
  (show: Show, act: (page: Page) => Promise<unknown>): Show =>
  async (world) => {
    const page = await show(world);
    await act(page);
    return page;
  };

/** In a browser that does otherwise. */
const where =
  (script: string, show: Show): Show =>
  async (world) => {
    const added = await Promise.all([world.popup, world.aside].map((page) => page.addInitScript(script)));
    const page = await show(world);
    for (const one of added) await one.dispose();
    return page;
  };

const ask = async (page: Page, button: string): Promise<void> => {
  await page.locator(button).first().click();
  await page.getByRole('alertdialog').waitFor();
};

/** The first of the list's badges of that kind, with what it tells. */
const badgeAt =
  (tone: 'good' | 'attention'): Show =>
  async (world) => {
    const list = await listAt(world);
    await badges(list)
      .and(list.locator(`.${tone}`))
      .first()
      .click();
    await resultPanel(list).locator('dt').first().waitFor();
    return list;
  };

const HOME = '.route';
const SET_UP = '.steps';
const NOTICE = '[role=alert]';
/** Where documents are told of, each has a `.cause` in a list. */
const STOPPED = 'div.card > .cause';
const SILENT = 'chrome.runtime.sendMessage = () => new Promise(() => {})';
const troubled = (cause: 'newerVersion' | 'storageHeld' | 'storageFull') =>
  `chrome.runtime.sendMessage = async () => ({ trouble: { type: '${cause}' } })`;
/** All keys at the one service and the client id alone at the other, as of a company that presets them. */
const PRESET = `const ask = chrome.runtime.sendMessage.bind(chrome.runtime);
chrome.runtime.sendMessage = async (request) => {
  const answer = await ask(request);
  Object.assign(answer.services?.exact ?? {}, { preset: 'keys', clientId: 'company', hasSecret: true, state: 'loggedOut' });
  Object.assign(answer.services?.teamleader ?? {}, { preset: 'clientId', clientId: 'company', state: 'loggedOut' });
  return answer;
};`;
/** What is said in passing stays. */
const LASTING = `const after = window.setTimeout;
window.setTimeout = (task, ms, ...given) => (ms === 4000 ? 0 : after(task, ms, ...given));`;
const previewAt =
  (ready: string): Show =>
  async ({ preview }) => {
    await open(preview, 'preview.html');
    await preview.locator(ready).first().waitFor();
    return preview;
  };
/** Of a list that was not recognised, the number that the user is asked for. */
const teaching = then(listAt, async (list) => {
  await syncButton(list).click();
  await resultPanel(list).locator('.foot button').last().click();
});
const synced = then(listAt, (list) => sync(list, PATIENCE));
const unfolded = then(popupAt('#set-up', '#terms summary'), async (popup) => {
  for (const fold of await popup.locator('#accounts summary, #terms summary').all()) await fold.click();
});

/** Of a page that another extension has made dark. */
const DARKEN = `for (const part of document.querySelectorAll('body, body *')) {
  part.style.backgroundColor = '#15181b';
  part.style.color = '#dde';
}`;

export const STAGES: readonly Stage[] = [
  {
    reach: async () => {},
    screens: {
      'popup-first': popupAt('', SET_UP),
      'popup-first-unsaved': then(popupAt('', SET_UP), async (popup) => {
        await popup.locator('.foot .is-primary').click();
        await popup.locator('.foot').getByRole('alert').waitFor();
      }),
      'popup-no-access': where('chrome.permissions.contains = async () => false', popupAt('', `${NOTICE} ~ ${SET_UP}`)),
      'popup-no-answer': where(
        `chrome.runtime.sendMessage = async () => { throw new Error('Could not establish connection.'); }`,
        popupAt('', `${NOTICE} ~ ${SET_UP}`),
      ),
      'options-first-attention': optionsAt('attention'),
      'options-first-documents': optionsAt('documents'),
      'options-first-history': optionsAt('history', '#writes ~ .soft ~ .soft'),
      'options-first-reports': optionsAt('reports'),
      'options-first-connections': optionsAt('connections'),
      'options-first-import': optionsAt('import'),
      'popup-loading': where(SILENT, popupAt('', '.head ~ .soft')),
      'popup-newer-version': where(troubled('newerVersion'), popupAt('', `${NOTICE} ~ ${SET_UP}`)),
      'popup-storage-held': where(troubled('storageHeld'), popupAt('', `${NOTICE} ~ ${SET_UP}`)),
      'popup-preset': where(PRESET, popupAt('', '#exact .is-primary')),
      'popup-toast': where(
        LASTING,
        then(popupAt('', SET_UP), async (popup) => {
          await popup.locator('#teamleader .copy button').click();
          await popup.locator('.toast').waitFor();
        }),
      ),
      'options-loading': where(SILENT, asideAt('attention', '.panel .soft')),
      'options-newer-version': where(troubled('newerVersion'), asideAt('attention', NOTICE)),
      'preview-first': previewAt('.is-primary'),
    },
  },
  { reach: takeWrongTurns, screens: { 'popup-log-in': popupAt('', '#exact [role=alert]') } },
  { reach: mendKeys, screens: { 'popup-keys-right': popupAt('', '#exact .is-good') } },
  { reach: refuseExact, screens: { 'popup-unread-exact': popupAt('', `${NOTICE} ~ ${SET_UP}`) } },
  { reach: refuseTeamleader, screens: { 'popup-unread-teamleader': popupAt('', `${NOTICE} ~ ${SET_UP}`) } },
  { reach: meetLacks, screens: { 'popup-lacks': popupAt('', '#division .rights'), 'list-first': listAt } },
  {
    reach: connect,
    screens: {
      'popup-home-new': popupAt('', HOME),
      'options-new-attention': optionsAt('attention'),
      'options-new-history': optionsAt('history', '#writes ~ .soft ~ .soft'),
      'options-new-reports': optionsAt('reports', '.report-form ~ .soft'),
    },
  },
  { reach: startPreview, screens: { 'preview-running': previewAt('[aria-valuemax]') } },
  { reach: endPreview, screens: { preview: previewAt('article') } },
  { reach: failBooking, screens: { 'preview-failed': previewAt(PREVIEW_BOOKED) } },
  { reach: bookPreviewed, screens: { 'preview-booked': previewAt(PREVIEW_BOOKED) } },
  {
    reach: startSync,
    screens: {
      'popup-running': popupAt('', '[role=progressbar]'),
      'options-running': optionsAt('history', '[role=progressbar]'),
      'list-running': listAt,
    },
  },
  { reach: stopSync, screens: { 'popup-stopped': popupAt('', RUN_PROBLEM) } },
  {
    reach: endSync,
    screens: {
      'popup-home': popupAt('', HOME),
      'popup-set-up': unfolded,
      'popup-search': then(unfolded, (popup) => popup.locator('#vat input').first().click()),
      'popup-search-nothing': then(unfolded, (popup) => popup.locator('#vat input').first().fill('zzz')),
      'popup-question': then(unfolded, (popup) => ask(popup, '#teamleader .button:last-child')),
      'options-attention': optionsAt('attention'),
      'options-explained': then(optionsAt('attention'), async (options) => {
        for (const fold of await options.locator('.explain summary').all()) await fold.click();
        await options.locator('.explain dl').last().waitFor();
      }),
      'options-documents': optionsAt('documents'),
      'options-no-match': then(optionsAt('documents'), (options) =>
        options
          .locator('input[type=search]')
          .fill('zzz')
          .then(() => options.locator('.documents').waitFor({ state: 'detached' })),
      ),
      'options-question': then(optionsAt('documents'), (options) =>
        ask(options, '.status .row [aria-haspopup=dialog]'),
      ),
      'options-history': optionsAt('history', 'table[aria-labelledby=writes]'),
      'options-connections': optionsAt('connections'),
      'options-import': optionsAt('import', 'table'),
      'options-preferences': optionsAt('preferences'),
      'options-help': optionsAt('help'),
      'options-about': optionsAt('about'),
      list: synced,
      'list-booked': badgeAt('good'),
      'list-cause': badgeAt('attention'),
      'list-dark-host': then(listAt, async (list) => {
        await list.evaluate(DARKEN);
        await sync(list, PATIENCE);
      }),
    },
  },
  { reach: startReport, screens: { 'options-reporting': optionsAt('reports', '[role=progressbar]') } },
  { reach: endReport, screens: { 'options-reports': optionsAt('reports', '.totals') } },
  { reach: automate, screens: { 'popup-automatic': popupAt('', HOME) } },
  {
    reach: chooseOtherDivision,
    screens: {
      'popup-other-division': popupAt('#set-up', '#division .notice'),
    },
  },
  {
    reach: startImport,
    screens: {
      'popup-importing': popupAt('#set-up', '#import [aria-valuemax]'),
      'options-importing': optionsAt('import', '[aria-valuemax]'),
    },
  },
  { reach: pauseImport, screens: { 'options-import-paused': optionsAt('import', 'table') } },
  { reach: endImport, screens: { 'options-imported': optionsAt('import', 'table') } },
  {
    reach: failSync,
    screens: { 'popup-error': popupAt('', RUN_PROBLEM), 'options-error': optionsAt('attention', STOPPED) },
  },
  {
    reach: loseLogIn,
    screens: {
      'popup-logged-out': popupAt('', `#exact ${NOTICE}`),
      'options-logged-out': optionsAt('connections', NOTICE),
      'options-logged-out-attention': optionsAt('attention', STOPPED),
      'list-logged-out': listAt,
    },
  },
  {
    reach: withdrawKeys,
    screens: {
      'popup-keys-withdrawn': popupAt('', `#exact ${NOTICE}`),
      'options-keys-withdrawn': optionsAt('connections', NOTICE),
    },
  },
  { reach: mistypeSecret, screens: { 'popup-keys-wrong': popupAt('', `#exact ${NOTICE}`) } },
  {
    reach: letColleagueIn,
    screens: {
      'popup-another-user': popupAt('', `${NOTICE} ~ .card`),
      'popup-another-user-set-up': popupAt('#set-up', `#exact ${NOTICE}`),
      'options-another-user': optionsAt('connections', NOTICE),
      'list-another-user': listAt,
    },
  },
  {
    reach: addSecond,
    screens: {
      'popup-two-unsaved': popupAt('', '.several li'),
      'popup-two-set-up': popupAt('#set-up', SET_UP),
    },
  },
  {
    reach: syncBoth,
    screens: {
      'popup-two': popupAt('', '.several li'),
      'options-two-attention': optionsAt('attention'),
      'options-two-documents': optionsAt('documents', 'table'),
      'options-two-reports': optionsAt('reports'),
      'options-two-connections': optionsAt('connections'),
      'list-two': synced,
    },
  },
  {
    reach: redesign,
    screens: {
      'list-unknown': then(listAt, async (list) => {
        await syncButton(list).click();
        await resultPanel(list).waitFor();
      }),
      'list-teach': teaching,
      'list-taught': then(teaching, async (list) => {
        await list.locator('section div').first().click();
        await resultPanel(list).locator('.main').waitFor();
      }),
    },
  },
];
