// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SiteAccess } from '../../../entrypoints/popup/SiteAccess.tsx';

const { permissions, listeners, granted } = vi.hoisted(() => {
  const heard = new Set<() => void>();
  const event = {
    addListener: (one: () => void) => heard.add(one),
    removeListener: (one: () => void) => heard.delete(one),
  };
  const held = new Set<string>();
  return {
    granted: held,
    listeners: heard,
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => held.has(origin)),
      request: vi.fn(async ({ origins }: { origins: string[] }) => {
        for (const origin of origins) held.add(origin);
        for (const one of heard) one();
        return true;
      }),
      onAdded: event,
      onRemoved: event,
    },
  };
});

vi.mock('wxt/browser', () => ({ browser: { permissions } }));
vi.mock('../../../components/texts.ts', async () => ({ texts: (await import('../../../lib/i18n/en/index.ts')).en }));

const SITES = [
  'https://focus.teamleader.eu/*',
  'https://api.focus.teamleader.eu/*',
  'https://start.exactonline.co.uk/*',
];

let root: Root;
const button = () => document.querySelector('button');
const show = () => act(async () => root.render(<SiteAccess region="uk" />));

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  granted.clear();
  document.body.replaceChildren(document.createElement('div'));
  root = createRoot(document.body.firstElementChild ?? document.body);
});
afterEach(async () => {
  await act(async () => root.unmount());
  expect(listeners.size).toBe(0);
  vi.unstubAllGlobals();
});

it('says nothing where every site may be reached', async () => {
  for (const site of SITES) granted.add(site);
  await show();
  expect(document.body.textContent).toBe('');
});

it('asks for the sites that are not, and is gone once they are granted', async () => {
  granted.add('https://focus.teamleader.eu/*');
  await show();
  await act(async () => button()?.click());
  expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: SITES });
  expect(button()).toBeNull();
});

it('hears that access was taken back while it is shown', async () => {
  for (const site of SITES) granted.add(site);
  await show();
  granted.delete('https://start.exactonline.co.uk/*');
  await act(async () => {
    for (const one of listeners) one();
  });
  expect(button()?.textContent).toBe('Allow access');
});
