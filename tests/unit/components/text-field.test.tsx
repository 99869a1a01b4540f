// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TextField } from '../../../components/fields.tsx';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../components/texts.ts', async () => ({
  texts: (await import('../../../lib/i18n/en/index.ts')).en,
  language: 'en',
}));

let root: Root;
const commit = vi.fn<(text: string) => void>();

const input = (): HTMLInputElement => {
  const found = document.querySelector('input');
  if (found === null) throw new Error('There is no field');
  return found;
};

/** As a key does: past React's own notion of the value. */
const type = (text: string) =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text);
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  commit.mockReset();
  document.body.replaceChildren(document.createElement('div'));
  root = createRoot(document.body.firstElementChild ?? document.body);
  act(() => root.render(<TextField label="Client id" hint="Of your app" value="old" onCommit={commit} />));
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a text field', () => {
  it('ties its label and its hint to the input', () => {
    expect(input().labels?.[0]?.textContent).toBe('Client id');
    expect(document.getElementById(input().getAttribute('aria-describedby') ?? '')?.textContent).toBe('Of your app');
  });

  it('commits once, a moment after the last key, without the blanks around', () => {
    type('new');
    act(() => vi.advanceTimersByTime(299));
    type(' newer ');
    act(() => vi.advanceTimersByTime(299));
    expect(commit).not.toHaveBeenCalled();
    act(() => vi.advanceTimersByTime(1));
    expect(commit.mock.calls).toEqual([['newer']]);
  });

  it('commits at once when it is left', () => {
    type('new');
    act(() => input().dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    expect(commit.mock.calls).toEqual([['new']]);
    act(() => vi.advanceTimersByTime(1000));
    expect(commit).toHaveBeenCalledTimes(1);
  });

  it('commits at once when the page goes, as a closing popup does', () => {
    type('new');
    act(() => window.dispatchEvent(new Event('pagehide')));
    expect(commit.mock.calls).toEqual([['new']]);
  });

  it('says nothing when the text is the same again', () => {
    type('new');
    type('old');
    act(() => vi.advanceTimersByTime(1000));
    act(() => input().dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    expect(commit).not.toHaveBeenCalled();
  });
});
