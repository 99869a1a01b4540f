// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CheckField, SelectField } from '../../../components/fields.tsx';
import { Progress } from '../../../components/parts.tsx';
import { drawPicture, forgetPicture, keepPicture } from '../../../components/picture.ts';

const { extension } = vi.hoisted(() => ({ extension: { version: '1.0.0' } }));
vi.mock('@wxt-dev/browser', () => ({ browser: { runtime: { getManifest: () => extension } } }));
vi.mock('wxt/browser', () => ({
  browser: { i18n: { getUILanguage: () => 'en' }, storage: { local: { get: async () => ({}) } } },
}));

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
let place: HTMLElement;
let root: Root;

beforeEach(() => {
  localStorage.clear();
  document.body.replaceChildren();
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  extension.version = '1.0.0';
});

const show = (page: ReactNode) => act(async () => root.render(page));

function drawn(): HTMLElement {
  const other = document.body.appendChild(document.createElement('div'));
  drawPicture(other);
  return other;
}

const form = (isOn: boolean, every: string) => (
  <>
    <CheckField label="On" hint="" value={isOn} onChange={() => undefined} />
    <SelectField
      label="Every"
      none={null}
      value={every}
      choices={['15', '60'].map((value) => ({ value, label: value, unusable: null }))}
      onChange={() => undefined}
    />
  </>
);

it.each([
  { isOn: true, every: '60' },
  { isOn: false, every: '15' },
])('shows what is chosen, whatever was chosen first: $isOn, $every', async ({ isOn, every }) => {
  await show(form(!isOn, '60'));
  await show(form(isOn, every));
  keepPicture(place);
  const picture = drawn();
  expect(picture.querySelector('input')?.checked).toBe(isOn);
  expect(picture.querySelector('select')?.value).toBe(every);
  expect(picture.inert).toBe(true);
});

it('shows how far a bar has come', async () => {
  await show(<Progress label="Booking" done={1} total={4} />);
  keepPicture(place);
  const bar = drawn().querySelector<HTMLElement>('.progress > div');
  expect(bar?.style.width).toBe('25%');
});

it('shows what stood there when it was kept, until it is forgotten', async () => {
  await show('before');
  keepPicture(place);
  await show('after');
  expect(drawn().textContent).toBe('before');
  forgetPicture();
  expect(drawn().textContent).toBe('');
  expect(drawn().inert).toBeFalsy();
});

it('is not shown by another version', async () => {
  await show('before');
  keepPicture(place);
  expect(drawn().textContent).toBe('before');
  extension.version = '1.0.1';
  expect(drawn().textContent).toBe('');
});

it('is not shown where it is not understood: what comes after it is loaded all the same', async () => {
  await show('before');
  keepPicture(place);
  const kept: object = JSON.parse(localStorage.getItem('picture') ?? '');
  localStorage.setItem('picture', JSON.stringify({ ...kept, drawn: ['text', { tag: 'p' }] }));
  expect(drawn().textContent).toBe('');
  expect(drawn().inert).toBeFalsy();
});

it('tells no time on another day, when it would be read wrongly', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 28, 23, 59) });
  await show(
    <>
      <p>connected</p>
      <p data-of-today>at 23:58</p>
    </>,
  );
  keepPicture(place);
  const visible = () => [...drawn().children].filter((one) => getComputedStyle(one).visibility !== 'hidden');
  expect(visible().map(({ textContent }) => textContent)).toEqual(['connected', 'at 23:58']);
  vi.setSystemTime(new Date(2026, 10, 29, 0, 0));
  expect(visible().map(({ textContent }) => textContent)).toEqual(['connected']);
});

it('takes nothing else down where nothing can be stored', async () => {
  await show('before');
  for (const name of ['getItem', 'setItem', 'removeItem'] as const) {
    vi.spyOn(Storage.prototype, name).mockImplementation(() => {
      throw new DOMException('Access is denied', 'SecurityError');
    });
  }
  keepPicture(place);
  forgetPicture();
  expect(drawn().textContent).toBe('');
});

it('shows closed what was opened, as the page will', async () => {
  await show(
    <details open>
      <summary>Explain</summary>
    </details>,
  );
  keepPicture(place);
  expect(drawn().querySelector('details')?.open).toBe(false);
});

it.each(['{', 'null', '"before"', '{"of":1}'])('draws nothing of what is broken: %s', (kept) => {
  localStorage.setItem('picture', kept);
  expect(drawn().childNodes).toHaveLength(0);
});
