// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, it, vi } from 'vitest';
import { useSetup } from '../../../components/setup-store.ts';
import { useChange } from '../../../entrypoints/popup/use-change.ts';
import type { ConnectionDraft } from '../../../lib/connection.ts';
import type { SetupView } from '../../../lib/messages.ts';
import { withDraft } from './view.ts';

const said = vi.hoisted(() => vi.fn<(text: string) => void>());
const answers = vi.hoisted((): ((view: SetupView) => void)[] => []);
vi.mock('../../../components/toasts.tsx', () => ({ toast: said }));
vi.mock('wxt/browser', () => ({
  browser: { runtime: { sendMessage: () => new Promise((resolve) => answers.push(resolve)) } },
}));
vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

const A = withDraft({ companyEntityId: 'entity', divisionCode: 1, invoiceJournal: '70' });
const changed = (draft: Partial<ConnectionDraft>): SetupView => ({ ...A, draft: { ...A.draft, ...draft } });

let change: ReturnType<typeof useChange>;

function Probe(): null {
  change = useChange();
  return null;
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const root = createRoot(document.body);
  await act(async () => root.render(<Probe />));
  await act(async () => useSetup.getState().recall(A));
  return () => act(() => root.unmount());
});

it('says of a choice that it is not kept where another page has chosen another division', async () => {
  await act(async () => change({ invoiceJournal: '71' }));
  await act(async () => answers.pop()?.(changed({ divisionCode: 2 })));
  expect(said).toHaveBeenCalledOnce();
  said.mockClear();
  await act(async () => change({ divisionCode: 1 }));
  await act(async () => answers.pop()?.(A));
});

it('does not tell who chooses another division himself that somebody else did', async () => {
  await act(async () => change({ invoiceJournal: '71' }));
  await act(async () => change({ divisionCode: 2 }));
  await act(async () => answers.at(-2)?.(changed({ invoiceJournal: '71' })));
  expect(said).not.toHaveBeenCalled();
});
