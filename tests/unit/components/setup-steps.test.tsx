// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SetupRequest } from '../../../components/foresee.ts';
import { EMPTY_DRAFT } from '../../../lib/connection-draft.ts';
import { en } from '../../../lib/i18n/en/index.ts';
import type { SetupView } from '../../../lib/messages.ts';
import { FRESH } from './view.ts';

/** A background that never answers. */
const browser = vi.hoisted(() => {
  const never = () => new Promise(() => undefined);
  return {
    runtime: {
      sendMessage: vi.fn(never),
      getURL: (path: string) => path,
      onMessage: { addListener: () => undefined, removeListener: () => undefined },
    },
    storage: { local: { get: never }, session: { get: never, set: never } },
    permissions: { request: vi.fn(never) },
  };
});
vi.mock('wxt/browser', () => ({ browser }));
vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

const { loading, noSalesJournal } = en.setup;
const connected = { ...FRESH.services.exact, state: 'connected' } as const;
const choice = (value: string) => ({ value, label: value, unusable: null });
const VIEW: SetupView = {
  ...FRESH,
  services: { teamleader: connected, exact: connected },
  draft: { ...EMPTY_DRAFT, companyEntityId: 'entity', divisionCode: 1, invoiceJournal: '70', creditNoteJournal: '71' },
  choices: {
    companyEntities: [choice('entity')],
    divisions: [choice('1'), choice('2')],
    journals: [choice('70'), choice('71')],
    vatLinks: [{ taxRateId: 't', label: '21%', use: null, vatCodes: [choice('4')], isMargin: false }],
    glAccounts: [choice('700000')],
    paymentTerms: [],
  },
};
const WITHOUT_ACCOUNTS = { ...VIEW, choices: { ...VIEW.choices, glAccounts: [] } };
const change = (draft: Partial<SetupView['draft']>): SetupRequest => ({ type: 'setup/change', draft });

let root: Root;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // The store, too, begins anew: what was asked of it stays unanswered.
  vi.resetModules();
  document.body.replaceChildren(document.createElement('div'));
  root = createRoot(document.body.firstElementChild ?? document.body);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

/** The set-up while the background is asked for something; gives what asks it for more. */
async function showWhile(view: SetupView, request: SetupRequest): Promise<(more: SetupRequest) => Promise<void>> {
  const { useSetup } = await import('../../../components/setup-store.ts');
  const { SetupSteps } = await import('../../../entrypoints/popup/SetupSteps.tsx');
  const { ask, recall } = useSetup.getState();
  useSetup.subscribe(({ view: shown }) => {
    if (shown !== null) root.render(<SetupSteps view={shown} step={null} onBack={null} onSaved={() => undefined} />);
  });
  await act(async () => recall(view));
  const askFor = (more: SetupRequest) => act(async () => void ask(more));
  await askFor(request);
  return askFor;
}

const section = (id: string) => document.getElementById(id);

it.each([
  ['another start date', change({ startDate: '2026-01-01' })],
  ['another journal', change({ invoiceJournal: '71' })],
  ['lines in detail', change({ lines: 'each' })],
  ['saving', { type: 'setup/save' }],
  ['a log-in', { type: 'setup/logIn', service: 'exact' }],
  ['a look at what changed', { type: 'setup/view', reload: false }],
] as const)('does not say that lists are loading for %s', async (_name, request) => {
  await showWhile(WITHOUT_ACCOUNTS, request);
  expect(section('accounts')?.textContent).toContain(en.setup.nothingThere);
  expect(document.querySelector('.steps')?.textContent).not.toContain(loading);
  expect(document.querySelector('[inert]')).toBeNull();
});

it('says that lists are loading for a division of which there are none yet, and not that it has no journals', async () => {
  const first = { ...VIEW, draft: { ...EMPTY_DRAFT, companyEntityId: 'entity' } };
  await showWhile({ ...first, choices: { ...WITHOUT_ACCOUNTS.choices, journals: [] } }, change({ divisionCode: 1 }));
  expect(section('accounts')?.textContent).toContain(loading);
  expect(section('division')?.querySelectorAll('select')[1]?.textContent).toBe(loading);
  expect(document.body.textContent).not.toContain(noSalesJournal);
});

it('lets nothing be chosen from the lists of another division, which stay until its own are there', async () => {
  await showWhile(VIEW, change({ divisionCode: 2 }));
  for (const step of ['vat', 'accounts', 'terms']) expect(section(step)?.inert).toBe(true);
  expect(section('division')?.inert).toBe(false);
  expect(section('vat')?.querySelectorAll('[role=combobox]')).toHaveLength(1);
  const [, invoices] = section('division')?.querySelectorAll('select') ?? [];
  expect(invoices?.textContent).toBe(loading);
});

it('keeps the button that reads the lists again, busy only while they are read', async () => {
  const button = () => section('accounts')?.querySelector('.row button');
  const ask = await showWhile(WITHOUT_ACCOUNTS, { type: 'setup/view', reload: false });
  expect(button()?.getAttribute('aria-disabled')).toBe('false');
  const before = button();
  await ask({ type: 'setup/view', reload: true });
  expect(button()).toBe(before);
  expect(button()?.getAttribute('aria-disabled')).toBe('true');
  expect(document.querySelector('.how-far [role=progressbar]')).not.toBeNull();
});

it('says in the division, too, that its lists could not be read', async () => {
  const unread = { ...VIEW, choices: { ...VIEW.choices, journals: [], vatLinks: [], glAccounts: [] } };
  const choicesProblem = { type: 'unreachable', service: 'exact' } as const;
  await showWhile({ ...unread, choicesProblem }, { type: 'setup/view', reload: false });
  expect(section('division')?.textContent).toContain(en.setup.needsLists);
});

it('keeps the country that was chosen though the question for its site closes the popup', async () => {
  await showWhile(FRESH, { type: 'setup/view', reload: false });
  const country = section('exact')?.querySelector('select');
  if (!country) throw new Error('No country');
  country.value = 'de';
  await act(async () => country.dispatchEvent(new Event('change', { bubbles: true })));
  expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://start.exactonline.de/*'] });
  expect(browser.runtime.sendMessage).toHaveBeenCalledWith({ type: 'setup/region', region: 'de' });
});

it('leaves the focus to the step where the button that had it is done with', async () => {
  const loggedOut = { ...connected, state: 'loggedOut', clientId: 'id' } as const;
  const before = { ...VIEW, services: { ...VIEW.services, exact: loggedOut } };
  const { useSetup } = await import('../../../components/setup-store.ts');
  await showWhile(before, { type: 'setup/view', reload: false });
  section('exact')?.querySelector<HTMLElement>('.is-primary')?.focus();
  await act(async () => useSetup.setState({ view: VIEW }));
  expect(section('exact')?.textContent).toContain(en.setup.logInAgain);
  expect(document.activeElement).toBe(section('exact'));
});

it.each([
  ['today', 0, false],
  ['tomorrow', 1, true],
])('says beside a start date that is %s whether it is still to come', async (_, days, isToCome) => {
  const now = new Date();
  const date = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days)).toISOString().slice(0, 10);
  const view = { ...VIEW, draft: { ...VIEW.draft, startDate: date } };
  await showWhile(view, { type: 'setup/view', reload: false });
  const field = section('entity')?.querySelector('input[type=date]');
  const told = document.getElementById(field?.getAttribute('aria-describedby') ?? '')?.textContent;
  expect(told?.includes('This day is still to come')).toBe(isToCome);
});
