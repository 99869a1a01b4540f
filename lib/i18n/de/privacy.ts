import type { PrivacyTexts } from '../en/privacy.ts';

export const privacy: PrivacyTexts = {
  privacy: {
    data: {
      title: 'Was Boekbrug verarbeitet',
      text: 'Ihre Rechnungen, Gutschriften, Kunden und Zahlungen in Teamleader und Exact Online, soweit sie zum Buchen, Vergleichen und Importieren nötig sind, und die Anmeldungen, die Sie ihm geben.',
    },
    leaves: {
      title: 'Wohin es geht',
      text: 'Von diesem Browser direkt zu Teamleader und zu Exact Online, und sonst nirgendwohin. Wir haben keinen Server, keine Telemetrie und keine Werbung, und es wird nichts verkauft oder weitergegeben.',
    },
    kept: {
      title: 'Was aufbewahrt wird, und wo',
      text: 'Nur in diesem Browser: Ihre Einstellungen und Schlüssel, die Anmeldungen, eine Kopie des zuletzt Gelesenen und der Verlauf dessen, was geschrieben wurde. Webseiten können es nicht lesen.',
    },
    ends: {
      title: 'Wie es endet',
      text: 'Trennen beendet eine Anmeldung und vergisst ihre Tokens. Wer die Erweiterung entfernt, entfernt alles, was sie hier aufbewahrt. Was gebucht ist, bleibt in Exact Online: Es ist Ihre Buchhaltung.',
    },
    support: {
      title: 'Wenn Sie um Hilfe bitten',
      text: 'Die Diagnosedatei entsteht nur auf Ihren Klick und verlässt diesen Browser nur, wenn Sie sie senden. Sie enthält keine Namen, Beträge, Belegnummern oder Schlüssel.',
    },
  },
};
