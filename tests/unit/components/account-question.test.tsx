// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { send } from '../../../components/send.ts';
import { AccountQuestion } from '../../../entrypoints/options/AccountQuestion.tsx';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../components/send.ts', () => ({ send: vi.fn() }));
vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

let root: Root;
const button = () => document.querySelector('button');

async function pick(label: string): Promise<void> {
  const radio = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.includes(label));
  await act(async () => radio?.querySelector('input')?.click());
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.mocked(send).mockReset();
  document.body.replaceChildren(document.createElement('div'));
  root = createRoot(document.body.firstElementChild ?? document.body);
  const candidates = [
    { id: 'account-1', label: 'De Vries (25), Hasselt' },
    { id: 'account-2', label: 'De Vries (26), Brugge' },
  ];
  act(() =>
    root.render(
      <AccountQuestion
        connectionId="c"
        cause={{ type: 'customerAmbiguous', customer: 'company/c1', name: 'De Vries', candidates }}
      />,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

it('is not answered before an account is picked', async () => {
  await act(async () => button()?.click());
  expect(send).not.toHaveBeenCalled();
});

it('is answered with the account that was picked, and says when the answer was not heard', async () => {
  vi.mocked(send).mockRejectedValue(new Error('No answer'));
  await pick('Brugge');
  await act(async () => button()?.click());
  expect(send).toHaveBeenCalledExactlyOnceWith({
    type: 'customer/choose',
    connectionId: 'c',
    customer: 'company/c1',
    accountId: 'account-2',
  });
  expect(document.querySelector('[role=alert]')?.textContent).toBe('Boekbrug does not answer.');
  expect(button()?.getAttribute('aria-disabled')).toBe('false');
});
