/** The whole background of the extension in Node: its own code on a stand-in for Chrome's API, against the sandbox. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TrustedRequest } from '../../lib/messages.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { personLoggingIn } from '../unit/http/world.ts';
import type { Sender } from './hostile-messages.ts';

export interface NodeBackground {
  readonly id: string;
  /** Hands a message to the background as Chrome would; undefined where it is not heard. */
  send(message: unknown, sender: Sender): Promise<unknown>;
  /** As the popup and the options page do. */
  ask(request: TrustedRequest): Promise<unknown>;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
  /** What the extension keeps in Chrome's storage. */
  stored(): Promise<Readonly<Record<string, unknown>>>;
  /** Puts there what is not otherwise to be had. */
  store(items: Readonly<Record<string, unknown>>): Promise<void>;
  /** How many tabs it has opened for the set-up. */
  openedSetups(): Promise<number>;
}

/** One at a time in a process: the background takes hold of what is global, and one that was started before is forgotten. */
export async function startBackgroundInNode(sandbox: Sandbox): Promise<NodeBackground> {
  const { users } = sandbox.business;
  const people = {
    teamleader: personLoggingIn(sandbox, { ...users.teamleader, decision: 'allow' }),
    exact: personLoggingIn(sandbox, { UserName: users.exact.email, Password: users.exact.password, consent: 'yes' }),
  };
  const identity = {
    getRedirectURL: (path: string) => (path === 'exact' ? EXACT_APP : TEAMLEADER_APP).redirectUri,
    launchWebAuthFlow: async ({ url, interactive }: { readonly url: string; readonly interactive: boolean }) => {
      const person = url.startsWith('https://focus.teamleader.eu/') ? people.teamleader : people.exact;
      const led = await person(url, interactive);
      if (!led.ok) throw new Error('User interaction required.');
      return led.value;
    },
  };
  fakeBrowser.reset();
  // Asked as a sign of life, by a run that takes long.
  Object.assign(fakeBrowser.runtime, { getPlatformInfo: async () => ({ os: 'linux', arch: 'x86-64' }) });
  Reflect.set(globalThis, 'indexedDB', new IDBFactory());
  // Node does not say.
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
  // A worker hears there that it is online again.
  Object.assign(globalThis, { self: new EventTarget() });
  const i18n = { getUILanguage: () => 'en' };
  Object.assign(globalThis, { chrome: Object.assign(fakeBrowser, { identity, i18n }), fetch: sandbox.fetch });
  const { startBackground } = await import('../../entrypoints/background/start.ts');
  startBackground();

  const { id } = fakeBrowser.runtime;
  const send = async (message: unknown, sender: Sender): Promise<unknown> => {
    const [answer]: unknown[] = await Reflect.apply(fakeBrowser.runtime.onMessage.trigger, null, [message, sender]);
    return answer;
  };
  return {
    id,
    send,
    ask: (request) => send(request, { id, url: fakeBrowser.runtime.getURL('/popup.html') }),
    // A run holds the lock of its connection from start to end.
    idle: async () => {
      const { held = [] } = await navigator.locks.query();
      for (const { name = '' } of held)
        if (name.startsWith('run/')) await navigator.locks.request(name, () => undefined);
    },
    stored: () => fakeBrowser.storage.local.get(null),
    store: (items) => fakeBrowser.storage.local.set(items),
    openedSetups: async () => (await fakeBrowser.tabs.query({ url: fakeBrowser.runtime.getURL('/popup.html') })).length,
  };
}

/** Both log-ins and the set-up, as a user makes them. */
export async function setUpInNode(background: NodeBackground, { business }: Sandbox): Promise<void> {
  const requests: readonly TrustedRequest[] = [
    {
      type: 'setup/saveKeys',
      service: 'teamleader',
      clientId: TEAMLEADER_APP.clientId,
      clientSecret: TEAMLEADER_APP.clientSecret,
    },
    { type: 'setup/logIn', service: 'teamleader' },
    { type: 'setup/region', region: 'be' },
    { type: 'setup/saveKeys', service: 'exact', clientId: EXACT_APP.clientId, clientSecret: EXACT_APP.clientSecret },
    { type: 'setup/logIn', service: 'exact' },
    { type: 'setup/change', draft: { companyEntityId: business.companyEntity.id, startDate: business.startDate } },
    { type: 'setup/change', draft: { divisionCode: business.division.code } },
    { type: 'setup/view', reload: false },
    { type: 'setup/save' },
  ];
  for (const request of requests) await background.ask(request);
}
