import { isOvertaken, withChoices } from '../lib/connection-draft.ts';
import type { SetupView, TrustedRequest } from '../lib/messages.ts';

export type SetupRequest = Extract<TrustedRequest, { type: `setup/${string}` | 'sync/start' | 'sync/stop' }>;

/**
 * The view as a request will leave it, as far as the user's own entry goes: fields show it at once, and a
 * second change made before the first is answered builds on it. What follows from it is the background's to say.
 */
export function foresee(view: SetupView, request: SetupRequest): SetupView {
  switch (request.type) {
    case 'setup/saveKeys': {
      const { service, clientId, clientSecret } = request;
      const before = view.services[service];
      const hasSecret = clientId !== '' && (clientSecret === null ? before.hasSecret : clientSecret !== '');
      return {
        ...view,
        services: {
          ...view.services,
          [service]: { ...before, clientId: clientId === '' ? null : clientId, hasSecret, keyTest: null },
        },
      };
    }
    case 'setup/region':
      return { ...view, region: request.region };
    case 'setup/change': {
      if (request.key !== undefined && request.key !== view.editing) return view;
      if (request.of !== undefined && isOvertaken(view.draft, request.draft, request.of)) return view;
      const draft = withChoices(view.draft, request.draft);
      const { choices } = view;
      const isSameDivision = draft.divisionCode === view.draft.divisionCode;
      return { ...view, draft, choices: isSameDivision ? choices : { ...choices, journals: [] }, isSaved: false };
    }
    case 'setup/automatic': {
      const { key = view.editing, every: automaticEvery } = request;
      return {
        ...view,
        connection: view.connection?.id === key ? { ...view.connection, automaticEvery } : view.connection,
        connections: view.connections.map((one) =>
          one.connection.id === key ? { ...one, connection: { ...one.connection, automaticEvery } } : one,
        ),
      };
    }
    case 'setup/automaticHours': {
      const { key = view.editing, hours: automaticHours } = request;
      return {
        ...view,
        connection: view.connection?.id === key ? { ...view.connection, automaticHours } : view.connection,
        connections: view.connections.map((one) =>
          one.connection.id === key ? { ...one, connection: { ...one.connection, automaticHours } } : one,
        ),
      };
    }
    case 'setup/notifyPaid':
      return { ...view, notifyPaid: request.notifyPaid };
    case 'setup/historyMonths':
      return { ...view, historyMonths: request.months };
    case 'setup/notify':
      return { ...view, notify: request.notify };
    case 'setup/view':
    case 'setup/testKeys':
    case 'setup/logIn':
    case 'setup/logOut':
    case 'setup/acceptUser':
    case 'setup/edit':
    case 'setup/save':
    case 'setup/remove':
    case 'setup/discard':
    case 'sync/start':
    case 'sync/stop':
      return view;
  }
}
