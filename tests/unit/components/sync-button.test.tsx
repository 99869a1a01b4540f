// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { useSetup } from '../../../components/setup-store.ts';
import { SyncButton } from '../../../components/sync-button.tsx';
import type { ServiceView, SetupView } from '../../../lib/messages.ts';
import { CONNECTION } from '../accounting/builders.ts';
import { FRESH } from './view.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

const connected: ServiceView = { ...FRESH.services.exact, state: 'connected' };
const loggedOut: ServiceView = { ...connected, state: 'loggedOut' };
const one = {
  connection: CONNECTION,
  name: 'One',
  isHeld: false,
  sync: FRESH.sync,
  taxRates: {},
  names: { journals: {}, vatCodes: {}, glAccounts: {} },
};
const held = { ...one, isHeld: true };
const READY: SetupView = { ...FRESH, services: { teamleader: connected, exact: connected }, connections: [held, one] };

it.each([
  ['there where one of the connections can be synced', READY, 1],
  ['not there while all stand still', { ...READY, connections: [held] }, 0],
  ['not there while logged out of Exact', { ...READY, services: { ...READY.services, exact: loggedOut } }, 0],
  ['not there while logged out of Teamleader', { ...READY, services: { ...READY.services, teamleader: loggedOut } }, 0],
  ['not there before anything is known', null, 0],
])('is %s', (_name, view, count) => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  useSetup.setState({ view });
  const root = createRoot(document.body);
  act(() => root.render(<SyncButton>Sync again</SyncButton>));
  expect(document.querySelectorAll('button')).toHaveLength(count);
  act(() => root.unmount());
});
