// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { RunSummary } from '../../../components/run-summary.tsx';
import type { RunView } from '../../../lib/messages.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

const ENDED: RunView = {
  id: 'run',
  connectionId: 'connection',
  startedAt: 0,
  endedAt: 1,
  trigger: 'click',
  phase: 'booking',
  done: 2,
  total: 3,
  secondsLeft: null,
  counts: { booked: 2, adopted: 0, unchanged: 0, waiting: 1, blocked: 0 },
  problem: { type: 'loginNeeded', service: 'exact' },
  paid: 0,
  paymentsProblem: null,
};

it.each([
  ['says what ended a run and what to do', null, /^2\u00a0booked.*Exact Online asks you to log in again\./],
  [
    'asks for nothing that is done meanwhile',
    'You are logged in again.',
    /^2\u00a0booked.*waiting.*You are logged in again\.$/,
  ],
])('%s', (_name, mended, told) => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const root = createRoot(document.body);
  act(() => root.render(<RunSummary run={ENDED} mended={mended} />));
  expect(document.body.textContent).toMatch(told);
  act(() => root.unmount());
});
