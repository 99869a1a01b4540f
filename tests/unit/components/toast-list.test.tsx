// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { say, ToastList } from '../../../components/toast-list.tsx';

vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

it('says the same once, however often it is said', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<ToastList />));
  for (const title of ['Saved', 'Copied', 'Saved', 'Saved']) await act(async () => say(title));
  expect([...document.querySelectorAll('.toast h2')].map(({ textContent }) => textContent)).toEqual([
    'Copied',
    'Saved',
  ]);
  await act(async () => root.unmount());
});
