/** What a hostile page or a taken-over content script could say, and under whose name. */
import fc from 'fast-check';
import type { PageRequest, TrustedRequest } from '../../lib/messages.ts';

/** As much of the browser's stamp on a message as doors look at. */
export interface Sender {
  readonly id: string;
  readonly url?: string;
  readonly origin?: string;
  readonly tab?: { readonly id: number };
  readonly frameId?: number;
}

const TEAMLEADER = 'https://focus.teamleader.eu';

/** The content script in the invoice list: the one sender of a web page that may ask for anything. */
export const contentScriptOf = (id: string): Sender => ({
  id,
  url: `${TEAMLEADER}/invoices.php`,
  origin: TEAMLEADER,
  tab: { id: 1 },
  frameId: 0,
});

/** Senders that may ask for nothing at all. */
export const strangersTo = (id: string): fc.Arbitrary<Sender> => {
  const own = contentScriptOf(id);
  const { tab: _, ...withoutTab } = own;
  const { url: __, ...withoutUrl } = own;
  const elsewhere = [
    'http://focus.teamleader.eu/invoices.php',
    'https://focus.teamleader.eu.evil.example/',
    'https://focus.teamleader.eu@evil.example/',
    'https://focus.teamleader.eu:8443/invoices.php',
    'https://evil.example/?https://focus.teamleader.eu/',
    'https://api.focus.teamleader.eu/',
    'https://start.exactonline.be/',
    'about:blank',
    'data:text/html,x',
    `https://evil.example/chrome-extension://${id}/options.html`,
    `chrome-extension://${id}x/options.html`,
    'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/options.html',
    '',
  ].map((url) => ({ ...own, url, origin: url }));
  return fc.oneof(
    fc.constantFrom<Sender>({ ...own, frameId: 3 }, withoutTab, withoutUrl, { ...own, id: 'another' }, ...elsewhere),
    fc.webUrl().map((url) => ({ ...own, url })),
  );
};

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('en', 'nl', '2026 / 12', '12345', '__proto__', 'constructor', '../../tokens/exact', '<img src=x>'),
);

const row = fc.record({
  key: text,
  kind: fc.constantFrom('invoice', 'creditNote'),
  id: fc.option(fc.oneof(text, fc.uuid())),
  number: fc.option(text),
});

const language = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('en', 'nl-BE', 'xx', '') },
  { weight: 1, arbitrary: text },
);

const reading = fc.record({
  page: fc.constantFrom('list', 'detail'),
  kind: fc.constantFrom('invoice', 'creditNote'),
  strategy: fc.option(fc.constantFrom('links', 'taught', 'title', 'empty')),
  rows: fc.nat(2000),
});

/** Where numbers stand, as a user could never have shown it. */
const taught = fc.record({
  kind: fc.constantFrom('invoice', 'creditNote'),
  rows: fc.array(fc.oneof(text, fc.constantFrom('main', 'script', 'input'))),
  cell: fc.array(fc.integer()),
  form: text,
});

/** What the content script may ask, within its limits or beyond. */
const pageRequest = fc.oneof(
  fc.record({ type: fc.constant('page/view'), language, rows: fc.array(row, { maxLength: 5 }), reading }),
  fc.record({
    type: fc.constant('page/sync'),
    language,
    rows: fc.array(row, { maxLength: 5 }),
    reading,
    only: fc.option(fc.array(row, { maxLength: 3 })),
  }),
  fc.record({ type: fc.constant('page/detail'), language, row, reading }),
  fc.record({
    type: fc.constant('page/act'),
    language,
    row,
    reading,
    action: fc.oneof(
      text,
      fc.constantFrom(
        'sync',
        'preview',
        'openSetup',
        'explain',
        'forget',
        'accept',
        'accept/confirmed',
        'bookAgain/confirmed',
      ),
    ),
  }),
  fc.record({
    type: fc.constant('page/teach'),
    kind: fc.constantFrom('invoice', 'creditNote'),
    taught: fc.option(taught),
  }),
  fc.constant({ type: 'page/open', what: 'setup' } satisfies PageRequest),
  fc.constant({ type: 'page/open', what: 'options' } satisfies PageRequest),
);

const NONE = '00000000-0000-4000-8000-000000000000';

/** Sound requests of our own pages, each of which would do harm, or tell too much, if it were heard. */
const TRUSTED: { readonly [T in TrustedRequest['type']]: Omit<Extract<TrustedRequest, { type: T }>, 'type'> } = {
  'setup/view': { reload: true },
  'setup/saveKeys': { service: 'exact', clientId: 'evil', clientSecret: '' },
  'setup/region': { region: 'com' },
  'setup/testKeys': { service: 'exact' },
  'setup/logIn': { service: 'exact' },
  'setup/logOut': { service: 'teamleader' },
  'setup/acceptUser': { service: 'exact' },
  'setup/edit': { key: NONE },
  'setup/change': { draft: { revenueAccount: '666000' } },
  'setup/save': {},
  'setup/discard': {},
  'setup/remove': { key: 'c' },
  'setup/automatic': { every: 5 },
  'setup/automaticHours': { hours: 'working' },
  'setup/notify': { notify: 'none' },
  'setup/notifyPaid': { notifyPaid: true },
  'setup/historyMonths': { months: 3 },
  'sync/start': {},
  'sync/stop': {},
  'customer/choose': { connectionId: 'c', customer: 'company/1', accountId: 'evil' },
  'import/view': { division: 1 },
  'import/choose': { division: 1, choice: 'yes' },
  'import/unnumbered': { division: 1, as: 'company' },
  'import/plan': { division: 1 },
  'import/start': { division: 1 },
  'import/pause': { division: 1 },
  'import/items': { division: 1, sought: '', filter: null },
  'import/answer': { division: 1, accountId: NONE, answer: null },
  'import/history': { division: 1 },
  'payment/remove': { connectionId: 'c', id: NONE },
  'payment/settle': { connectionId: 'c', id: NONE },
  'preview/start': { documents: null },
  'preview/view': { page: 0 },
  'preview/stop': { page: 0 },
  'preview/book': { id: NONE, page: 0 },
  'report/start': { connectionId: 'c', from: '2026-01-01', to: '2026-12-31' },
  'report/view': {},
  'report/stop': {},
  'document/act': { connectionId: 'c', kind: 'invoice', id: NONE, action: 'bookAgain' },
  'history/view': {},
  'history/writes': {},
  'language/choose': { language: 'de' },
  'settings/export': {},
  'settings/import': { text: '{}' },
  'diagnostics/read': {},
  'cache/reset': {},
};
const trustedRequest: fc.Arbitrary<object> = fc
  .constantFrom(...Object.entries(TRUSTED))
  .map(([type, rest]) => ({ type, ...rest }));

const HUGE = 'x'.repeat(300_000);

/** Values in places where none of the kind belongs. */
const junk = fc.oneof(
  fc.anything({ withNullPrototype: true, withMap: true, withSet: true, withBigInt: true, withDate: true }),
  fc.constantFrom<unknown>(
    HUGE,
    [HUGE],
    null,
    undefined,
    Number.NaN,
    -0,
    [],
    {},
    JSON.parse('{"__proto__":{"isOwn":true}}'),
  ),
  fc.constant(Array.from({ length: 2_000 }, () => ({ key: 'k', kind: 'invoice', id: '1', number: null }))),
);

/** A sound request with one field changed, dropped or added. */
const mutated = fc
  .record({
    request: fc.oneof<fc.Arbitrary<object>[]>(pageRequest, trustedRequest),
    field: fc.oneof(
      fc.constantFrom('type', 'language', 'rows', 'service', '__proto__', 'constructor', 'then'),
      fc.string(),
    ),
    value: junk,
  })
  .map(({ request, field, value }) => Object.defineProperty({ ...request }, field, { value, enumerable: true }));

export const hostileMessages: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: pageRequest },
  { weight: 3, arbitrary: trustedRequest },
  { weight: 3, arbitrary: mutated },
  { weight: 1, arbitrary: junk },
);
