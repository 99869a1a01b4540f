// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Summary } from '../../../entrypoints/preview/Summary.tsx';
import type { RunView } from '../../../lib/messages.ts';
import type { PreviewHead } from '../../../lib/preview.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

const MADE: PreviewHead = {
  id: 'preview',
  state: { is: 'done' },
  startedAt: 0,
  isWhole: true,
  done: 5,
  total: 5,
  counts: { book: 2, adopt: 1, waiting: 0, blocked: 1, unchanged: 1 },
  totals: [],
  pages: 1,
  bookedAt: null,
};
const RUN: RunView = {
  id: 'run',
  connectionId: 'connection',
  startedAt: 0,
  endedAt: 1,
  trigger: 'preview',
  phase: 'booking',
  done: 2,
  total: 2,
  secondsLeft: null,
  counts: { booked: 2, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 },
  problem: null,
  paid: 0,
  paymentsProblem: null,
};

let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.body);
});
afterEach(() => act(() => root.unmount()));

const show = (head: PreviewHead, run: RunView | null): void =>
  act(() =>
    root.render(<Summary head={head} run={run} connections={{}} onStart={vi.fn()} onStop={vi.fn()} onBook={vi.fn()} />),
  );

it('counts what it would do as a sync does, of one in the singular', () => {
  show(MADE, null);
  const counts = [...document.querySelectorAll('.counts li')].map(({ textContent }) => textContent);
  expect(counts).toEqual(['2 to be booked', '1 already in Exact', '1 needs attention', '1 booked before']);
});

it('says what became of it in place of what it would do, once it was booked', () => {
  show({ ...MADE, bookedAt: 1 }, RUN);
  expect(document.body.textContent).toMatch(/2\u00a0booked/);
  expect(document.body.textContent).not.toMatch(/to be booked(?! at)/);
  expect(document.querySelector('[role=alert]')).toBeNull();
});

it('asks for attention where what was to book it did not get to its end', () => {
  show({ ...MADE, bookedAt: 1 }, { ...RUN, problem: { type: 'loginNeeded', service: 'exact' } });
  expect(document.querySelector('[role=alert]')?.textContent).toMatch(/asks you to log in again/);
});
