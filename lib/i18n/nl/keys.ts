import type { KeysTexts } from '../en/keys.ts';

export const keys: KeysTexts = {
  keys: {
    preset: 'Je bedrijf heeft de sleutels vooraf ingesteld: je hoeft enkel in te loggen.',
    presetId: 'Je bedrijf heeft de client-id vooraf ingesteld: {clientId}',
    test: 'De sleutels testen',
    verdict: {
      right: 'De sleutels kloppen: de dienst kent de app en haar redirect-URL. Log nu in.',
      clientIdWrong:
        'De client-id klopt niet: de dienst kent zo’n app niet. Kopieer hem opnieuw van de pagina van de app.',
      secretWrong:
        'Het client secret klopt niet; de client-id wel. Kopieer het secret opnieuw van de pagina van de app.',
      redirectUrlWrong:
        'De redirect-URL is niet bij de app geregistreerd. Kopieer die hierboven naar de pagina van de app, precies zo.',
      idOrSecretWrong: 'Client-id en secret horen niet bij elkaar. Kopieer beide opnieuw van de pagina van de app.',
      idOrRedirectUrlWrong:
        'De dienst weigert de app: de client-id klopt niet, of de redirect-URL hierboven is er niet bij geregistreerd. Kopieer beide opnieuw.',
      redirectUrlUnknown:
        'Client-id en secret kloppen. Of de redirect-URL geregistreerd is, zegt de dienst pas bij het inloggen.',
      unknown: 'De dienst zegt pas bij het inloggen of de sleutels kloppen. Log in om het te weten.',
    },
    ofCountry:
      'Of is de app van een ander land dan het gekozen land ({country})? Ze is alleen bekend waar ze geregistreerd is.',
    guide: 'Hoe je aan de sleutels komt',
    openTeamleader: 'Teamleaders pagina voor integraties openen',
    openExact: 'Exact App Center openen',
    steps: {
      teamleader: {
        open: 'Open Teamleaders pagina voor integraties en log in.',
        create: 'Maak een integratie. De naam kies je zelf: Boekbrug, bijvoorbeeld.',
        redirect: 'Kopieer de redirect-URL hieronder naar de lijst van redirect-URL’s daar, en niets anders.',
        rights:
          'Geef haar gebruikers, departementen, contacten, bedrijven, facturen, producten en instellingen, en sla op.',
        copy: 'Kopieer de client-id van daar naar hier. Het secret mag daar blijven: ermee hoef je minder vaak in te loggen.',
      },
      exact: {
        open: 'Open het Exact App Center van je land en log in.',
        create: 'Voeg een app voor eigen gebruik toe. De naam kies je zelf: Boekbrug, bijvoorbeeld.',
        redirect: 'Kopieer de redirect-URL hieronder naar het veld ervoor bij de app.',
        rights: 'Waar om rechten gevraagd wordt: geef relaties, verkoop, financieel en documenten, en sla op.',
        copy: 'Kopieer de client-id en het client secret van daar naar hier.',
      },
    },
    sketch: { name: 'Naam', redirect: 'Redirect-URL', rights: 'Rechten' },
  },
};
