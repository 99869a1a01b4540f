import type { Worded } from '../worded.ts';

/** The keys of the user's own app: how to get them, and which of them is wrong. */
export const keys = {
  keys: {
    preset: 'Your company has preset the keys: just log in.',
    presetId: 'Your company has preset the client id: {clientId}',
    test: 'Test the keys',
    verdict: {
      right: 'The keys are right: the service knows the app and its redirect URL. Log in now.',
      clientIdWrong: 'The client id is wrong: the service knows no such app. Copy it again from the app’s page.',
      secretWrong: 'The client secret is wrong; the client id is right. Copy the secret again from the app’s page.',
      redirectUrlWrong:
        'The redirect URL is not registered with the app. Copy the one above into the app’s page, exactly as it is.',
      idOrSecretWrong: 'Client id and secret do not belong together. Copy both again from the app’s page.',
      idOrRedirectUrlWrong:
        'The service refuses the app: the client id is wrong, or the redirect URL above is not registered with it. Copy both again.',
      redirectUrlUnknown:
        'Client id and secret are right. Whether the redirect URL is registered, the service tells at the log-in only.',
      unknown: 'The service tells at the log-in only whether the keys are right. Log in to find out.',
    },
    ofCountry:
      'Or is the app of another country than the one chosen ({country})? It is known only where it was registered.',
    guide: 'How to get the keys',
    openTeamleader: 'Open Teamleader’s page for integrations',
    openExact: 'Open Exact’s app centre',
    steps: {
      teamleader: {
        open: 'Open Teamleader’s page for integrations and log in.',
        create: 'Create an integration. Its name is yours to choose: Boekbrug, for instance.',
        redirect: 'Copy the redirect URL below into its list of redirect URLs, and nothing else.',
        rights: 'Allow it users, departments, contacts, companies, invoices, products and settings, and save.',
        copy: 'Copy the client id from there to here. The secret may stay there: with it, you need to log in less often.',
      },
      exact: {
        open: 'Open Exact’s app centre of your country and log in.',
        create: 'Add an app for your own use. Its name is yours to choose: Boekbrug, for instance.',
        redirect: 'Copy the redirect URL below into the app’s field for it.',
        rights: 'Where rights are asked for, allow it customers, sales, finance and documents, and save.',
        copy: 'Copy the client id and the client secret from there to here.',
      },
    },
    sketch: { name: 'Name', redirect: 'Redirect URL', rights: 'Rights' },
  },
};

export type KeysTexts = Worded<typeof keys>;
