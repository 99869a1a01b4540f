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
    action: fc.oneof(text, fc.constantFrom('sync', 'openSetup', 'explain', 'forget', 'accept', 'cache/reset')),
  }),
  fc.record({
    type: fc.constant('page/teach'),
    kind: fc.constantFrom('invoice', 'creditNote'),
    taught: fc.option(taught),
  }),
  fc.constant({ type: 'page/openSetup' } satisfies PageRequest),
);

const service = fc.constantFrom('teamleader', 'exact');

/** Sound requests of our own pages, each of which would do harm if it were heard. */
const trustedRequest: fc.Arbitrary<TrustedRequest> = fc.oneof(
  fc.constantFrom<TrustedRequest>(
    { type: 'setup/view', reload: true },
    { type: 'setup/save' },
    { type: 'sync/start' },
    { type: 'history/view' },
    { type: 'cache/reset' },
    { type: 'setup/region', region: 'com' },
    { type: 'customer/choose', connectionId: 'c', customer: 'company/1', accountId: 'evil' },
    { type: 'setup/change', draft: { revenueAccount: '666000' } },
  ),
  fc.record({ type: fc.constantFrom('setup/logIn' as const, 'setup/logOut' as const), service }),
  fc.record({
    type: fc.constant('setup/saveKeys' as const),
    service,
    clientId: fc.string(),
    clientSecret: fc.constant(''),
  }),
);

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
