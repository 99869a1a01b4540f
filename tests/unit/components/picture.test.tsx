// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { beforeEach, expect, it, vi } from 'vitest';
import { CheckField, SelectField } from '../../../components/fields.tsx';
import { Progress } from '../../../components/parts.tsx';
import { drawPicture, keepPicture } from '../../../entrypoints/popup/picture.ts';
import { LANGUAGE } from '../../../lib/i18n/language.ts';
import { SNAPSHOT } from '../../../lib/snapshot.ts';

/** Like the browser's, it gives copies, whose parts stand in the order of their names. */
const { session, local } = vi.hoisted(() => {
  const sorted = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([name, part]) => [name, sorted(part)]),
        );
  const area = () => {
    const held = new Map<string, unknown>();
    return {
      held,
      get: async (keys: string | string[]) =>
        Object.fromEntries([keys].flat().flatMap((key) => (held.has(key) ? [[key, held.get(key)]] : []))),
      set: async (items: object) => {
        for (const [key, value] of Object.entries(items)) held.set(key, sorted(structuredClone(value)));
      },
    };
  };
  return { session: area(), local: area() };
});
vi.mock('@wxt-dev/browser', () => ({ browser: { storage: { session, local } } }));
vi.mock('wxt/browser', () => ({ browser: { storage: { session, local }, i18n: { getUILanguage: () => 'en' } } }));

const SHOWN = { users: { teamleader: 'Lotte', exact: 'Koen' }, done: [{ title: 'b', at: 1 }] };

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
let place: HTMLElement;
let root: Root;

beforeEach(async () => {
  session.held.clear();
  local.held.clear();
  await session.set({ [SNAPSHOT]: SHOWN });
  document.body.replaceChildren();
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});

const show = (page: ReactNode) => act(async () => root.render(page));

async function drawn(): Promise<HTMLElement> {
  const other = document.body.appendChild(document.createElement('div'));
  await drawPicture(other);
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
  await keepPicture(place, SHOWN, null);
  const picture = await drawn();
  expect(picture.querySelector('input')?.checked).toBe(isOn);
  expect(picture.querySelector('select')?.value).toBe(every);
  expect(picture.inert).toBe(true);
});

it('shows how far a bar has come', async () => {
  await show(<Progress label="Booking" done={1} total={4} />);
  await keepPicture(place, SHOWN, null);
  const bar = (await drawn()).querySelector<HTMLElement>('.progress > div');
  expect(bar?.style.width).toBe('25%');
});

it('shows what stood there when it was to be kept, not what came while it was', async () => {
  await show('before');
  const kept = keepPicture(place, SHOWN, null);
  await show('after');
  await kept;
  expect((await drawn()).textContent).toBe('before');
});

it('is not shown where something else was said meanwhile, nor in another language', async () => {
  await show('before');
  await keepPicture(place, { ...SHOWN, done: [] }, null);
  expect((await drawn()).textContent).toBe('');
  await keepPicture(place, SHOWN, null);
  expect((await drawn()).textContent).toBe('before');
  await local.set({ [LANGUAGE]: 'nl' });
  expect((await drawn()).textContent).toBe('');
});

it('holds nothing up where no frame is drawn', async () => {
  await show('before');
  await keepPicture(place, SHOWN, null);
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
  expect((await drawn()).textContent).toBe('before');
  frames.mockRestore();
});
