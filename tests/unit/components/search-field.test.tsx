// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SearchField } from '../../../components/search-field.tsx';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

let root: Root;

/** As with every view that the background tells: the same choices, in other objects. */
function show(value: string | null): HTMLInputElement {
  const choices = [
    { value: '4', label: '4 · Sales 21%', unusable: null },
    { value: '5', label: '5 · Sales 6%', unusable: null },
  ];
  act(() =>
    root.render(
      <SearchField label="VAT code" value={value} choices={choices} none="Not linked" onChange={() => undefined} />,
    ),
  );
  const found = document.querySelector('input');
  if (found === null) throw new Error('There is no field');
  return found;
}

const type = (field: HTMLInputElement, text: string) =>
  act(async () => {
    field.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
  });

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.replaceChildren(document.createElement('div'));
  root = createRoot(document.body.firstElementChild ?? document.body);
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

it.each([
  ['a choice', '4', '4 · Sales 21%'],
  ['nothing', null, 'Not linked'],
  ['one that is gone', '9', '9'],
])('shows what stands chosen: %s', (_, value, shown) => {
  expect(show(value).value).toBe(shown);
  // The same in full, for as many lines as it takes.
  expect(document.querySelector('.shown')?.textContent).toBe(shown);
});

it.each([null, '4'])('keeps what is being typed while views come, over %s', async (value) => {
  const field = show(value);
  await type(field, 'Sales 6');
  expect(show(value).value).toBe('Sales 6');
});

it('shows what was chosen elsewhere meanwhile', () => {
  show('4');
  expect(show('5').value).toBe('5 · Sales 6%');
});
