// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SelectField } from '../../../components/fields.tsx';
import type { Choice } from '../../../lib/messages.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

const CHOICES: readonly Choice[] = [
  { value: '700', label: '700 · Services', unusable: null },
  { value: '709', label: '709 · Old', unusable: 'blocked' },
];
let root: Root;

function show(value: string | null, choices = CHOICES): HTMLSelectElement {
  act(() =>
    root.render(<SelectField label="Account" value={value} choices={choices} none="None" onChange={() => undefined} />),
  );
  const found = document.querySelector('select');
  if (found === null) throw new Error('There is no field');
  return found;
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.replaceChildren(document.createElement('div'));
  root = createRoot(document.body.firstElementChild ?? document.body);
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

describe('a field of choices', () => {
  it.each([
    ['one that can be picked', '700', '700 · Services', undefined],
    ['none', null, 'None', undefined],
    ['none, said by the user', '', 'None', undefined],
    ['one that was blocked since', '709', '709 · Old (blocked)', 'Cannot be used: blocked.'],
    ['one that is gone', '799', '799 (not found)', 'Cannot be used: not found.'],
  ])('shows what stands chosen: %s', (_, value, shown, problem) => {
    const field = show(value);
    expect(field.selectedOptions[0]?.textContent).toBe(shown);
    expect(field.getAttribute('aria-invalid')).toBe(String(problem !== undefined));
    const described = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent.trim()).toBe(problem);
  });

  it('does not call a choice gone while nothing could be read', () => {
    expect(show('700', []).getAttribute('aria-invalid')).toBe('false');
  });
});
