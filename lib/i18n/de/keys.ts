import type { KeysTexts } from '../en/keys.ts';

export const keys: KeysTexts = {
  keys: {
    preset: 'Ihr Unternehmen hat die Schlüssel vorgegeben: Sie brauchen sich nur anzumelden.',
    presetId: 'Ihr Unternehmen hat die Client-ID vorgegeben: {clientId}',
    test: 'Schlüssel testen',
    verdict: {
      right: 'Die Schlüssel stimmen: Der Dienst kennt die App und ihre Weiterleitungs-URL. Melden Sie sich jetzt an.',
      clientIdWrong:
        'Die Client-ID stimmt nicht: Der Dienst kennt keine solche App. Kopieren Sie sie erneut von der Seite der App.',
      secretWrong:
        'Das Client-Secret stimmt nicht; die Client-ID stimmt. Kopieren Sie das Secret erneut von der Seite der App.',
      redirectUrlWrong:
        'Die Weiterleitungs-URL ist bei der App nicht eingetragen. Kopieren Sie die obenstehende auf die Seite der App, genau so.',
      idOrSecretWrong: 'Client-ID und Secret gehören nicht zusammen. Kopieren Sie beide erneut von der Seite der App.',
      idOrRedirectUrlWrong:
        'Der Dienst weist die App ab: Die Client-ID stimmt nicht, oder die obenstehende Weiterleitungs-URL ist bei ihr nicht eingetragen. Kopieren Sie beide erneut.',
      redirectUrlUnknown:
        'Client-ID und Secret stimmen. Ob die Weiterleitungs-URL eingetragen ist, sagt der Dienst erst bei der Anmeldung.',
      unknown:
        'Der Dienst sagt erst bei der Anmeldung, ob die Schlüssel stimmen. Melden Sie sich an, um es zu erfahren.',
    },
    ofCountry:
      'Oder gehört die App zu einem anderen Land als dem gewählten ({country})? Sie ist nur dort bekannt, wo sie registriert wurde.',
    guide: 'So bekommen Sie die Schlüssel',
    openTeamleader: 'Teamleaders Seite für Integrationen öffnen',
    openExact: 'Exact App Center öffnen',
    steps: {
      teamleader: {
        open: 'Öffnen Sie Teamleaders Seite für Integrationen, und melden Sie sich an.',
        create: 'Legen Sie eine Integration an. Ihren Namen wählen Sie: Boekbrug zum Beispiel.',
        redirect:
          'Kopieren Sie die Weiterleitungs-URL unten in ihre Liste der Weiterleitungs-URLs, und nichts anderes.',
        rights:
          'Erlauben Sie ihr Benutzer, Abteilungen, Kontakte, Unternehmen, Rechnungen, Produkte und Einstellungen, und speichern Sie.',
        copy: 'Kopieren Sie die Client-ID von dort hierher. Das Secret darf dort bleiben: Mit ihm müssen Sie sich seltener anmelden.',
      },
      exact: {
        open: 'Öffnen Sie das Exact App Center Ihres Landes, und melden Sie sich an.',
        create: 'Fügen Sie eine App für den eigenen Gebrauch hinzu. Ihren Namen wählen Sie: Boekbrug zum Beispiel.',
        redirect: 'Kopieren Sie die Weiterleitungs-URL unten in das Feld der App dafür.',
        rights:
          'Wo nach Rechten gefragt wird: Erlauben Sie Kunden, Verkauf, Finanzen und Dokumente, und speichern Sie.',
        copy: 'Kopieren Sie Client-ID und Client-Secret von dort hierher.',
      },
    },
    sketch: { name: 'Name', redirect: 'Weiterleitungs-URL', rights: 'Rechte' },
  },
};
