import type { CausesTexts } from '../en/causes.ts';

export const causes: CausesTexts = {
  cause: {
    taxRateNotLinked: [
      'Der MwSt.-Satz {taxRate} ist mit keinem MwSt.-Code verknüpft.',
      'Verknüpfen Sie ihn in der Einrichtung, unter MwSt.',
    ],
    vatCodeUnusable: [
      'Der MwSt.-Code {vatCode} ist nicht verwendbar: {reason}.',
      'Verknüpfen Sie in der Einrichtung einen anderen MwSt.-Code, oder berichtigen Sie den Code in Exact.',
    ],
    glAccountMissing: [
      'Das Sachkonto {code} wurde in Exact nicht gefunden.',
      'Legen Sie es in Exact an, oder wählen Sie ein anderes: Es ist gewählt von {usedBy}.',
    ],
    glAccountBlocked: [
      'Das Sachkonto {code} ({name}) ist in Exact gesperrt.',
      'Entsperren Sie es in Exact, oder wählen Sie ein anderes: Es ist gewählt von {usedBy}.',
    ],
    glAccountUnfit: [
      'Auf das Sachkonto {code} ({name}) kann kein Verkauf gebucht werden: Exact hält es für anderes frei.',
      'Wählen Sie ein Erlöskonto: Dieses ist gewählt von {usedBy}.',
    ],
    amountTooFine: [
      'Teamleader nennt einen Betrag von {amount}, feiner als {currency} erlaubt.',
      'Berichtigen Sie den Beleg in Teamleader, oder buchen Sie ihn von Hand in Exact, mit seiner Nummer als Referenz.',
    ],
    vatNumberNeeded: [
      '{name} hat keine USt-IdNr., und der MwSt.-Code {vatCode} setzt den Verkauf auf die Zusammenfassende Meldung.',
      'Tragen Sie die USt-IdNr. beim Kunden in Teamleader ein, oder wählen Sie einen anderen MwSt.-Satz auf dem Beleg.',
    ],
    currencyNotActive: [
      '{currency} wird in der Administration nicht verwendet.',
      'Aktivieren Sie die Währung in Exact, und synchronisieren Sie erneut.',
    ],
    exchangeRateUnclear: [
      'Der Wechselkurs {rate} für {currency} ist weit von dem in Exact entfernt, oder Exact hat keinen.',
      'Tragen Sie den Kurs der Währung in Exact ein (Wechselkurse), oder berichtigen Sie den Kurs auf dem Beleg in Teamleader.',
    ],
    discountAccountNotSet: [
      'Der Beleg hat einen Rabatt, aber es ist kein Rabattkonto gewählt.',
      'Wählen Sie in der Einrichtung ein Rabattkonto.',
    ],
    journalMissing: [
      'Das Verkaufsjournal {journal} wurde in Exact nicht gefunden.',
      'Wählen Sie in der Einrichtung ein anderes Journal.',
    ],
    journalBlocked: [
      'Das Journal {journal} ist in Exact gesperrt.',
      'Entsperren Sie es in Exact, oder wählen Sie in der Einrichtung ein anderes Journal.',
    ],
    totalsDiffer: [
      'Der Betrag ({figure}) geht nicht auf: Teamleader nennt {teamleader}, die Zeilen ergeben {entry}.',
      'Buchen Sie diesen Beleg von Hand in Exact, mit seiner Nummer als Referenz; er wird dann erkannt.',
    ],
    vatNumberInvalid: [
      'Die USt-IdNr. {vatNumber} ist nicht gültig.',
      'Berichtigen Sie sie beim Kunden in Teamleader. Die Form für {country} ist {format}.',
    ],
    customerMissing: [
      'Der Kunde {name} wurde in Teamleader nicht gefunden.',
      'Prüfen Sie, ob es den Kunden noch gibt und ob Ihre App Unternehmen und Kontakte lesen darf.',
    ],
    customerBlocked: [
      'Der Geschäftspartner {name} ist in Exact gesperrt.',
      'Entsperren Sie ihn in Exact, und synchronisieren Sie erneut.',
    ],
    customerAmbiguous: [
      'Mehrere Geschäftspartner in Exact können {name} sein: {candidates}.',
      'Sagen Sie in Boekbrug, welcher es ist, oder führen Sie die Geschäftspartner in Exact zusammen.',
    ],
    currencyNotAllowed: [
      'Das Journal {journal} nimmt {currency} nicht an.',
      'Lassen Sie in Exact andere Währungen für das Journal zu, oder wählen Sie ein anderes Journal.',
    ],
    exchangeRateMissing: [
      'Teamleader gibt keinen Wechselkurs für {currency} an.',
      'Tragen Sie den Wechselkurs auf dem Beleg in Teamleader ein.',
    ],
    taxWithheld: [
      'Der Beleg hat einbehaltene Steuer, die noch nicht gebucht werden kann.',
      'Buchen Sie diesen Beleg von Hand in Exact, mit seiner Nummer als Referenz.',
    ],
    noLines: ['Der Beleg hat keine Zeilen.', 'Fügen Sie in Teamleader eine Zeile hinzu, oder buchen Sie ihn von Hand.'],
    entryNumberTaken: [
      'Die Buchungsnummer {entryNumber} im Journal {journal} gehört zu einer anderen Buchung.',
      'Geben Sie jener Buchung in Exact eine andere Nummer, oder buchen Sie diesen Beleg von Hand, mit seiner Nummer als Referenz.',
    ],
    bookedTwice: [
      'Der Beleg steht mehr als einmal in Exact: Buchungen {entryNumbers}.',
      'Löschen Sie in Exact alle diese Buchungen bis auf eine.',
    ],
    periodClosed: [
      'Die Periode vom {date} ist in Exact abgeschlossen.',
      'Öffnen Sie die Periode in Exact, und synchronisieren Sie erneut.',
    ],
    financialYearMissing: [
      'Exact hat kein Geschäftsjahr für den {date}.',
      'Legen Sie das Geschäftsjahr in Exact an (Periodentabelle), und synchronisieren Sie erneut.',
    ],
    readBackDiffers: [
      'Was in Exact steht, weicht von Teamleader ab: {what}.',
      'Berichtigen Sie die Buchung in Exact, oder löschen Sie sie und synchronisieren Sie erneut.',
    ],
    refused: [
      '{service} hat es abgelehnt: „{text}“',
      'Beheben Sie, was die Meldung nennt, und synchronisieren Sie erneut.',
    ],
    notConnected: [
      'Die Client-ID Ihrer App bei {service} fehlt.',
      'Tragen Sie sie im Feld „Client-ID“ ein, und melden Sie sich dann an.',
    ],
    loginNeeded: [
      '{service} verlangt eine neue Anmeldung.',
      'Melden Sie sich in Boekbrug an. Nichts ist verloren; die Synchronisierung geht weiter, wo sie war.',
    ],
    limitReached: [
      'Die Zahl der Aufrufe, die {service} erlaubt, ist erreicht.',
      'Sie müssen nichts tun: Es geht ab {until} von selbst weiter.',
    ],
    tooManyErrors: [
      'Exact hat binnen einer Stunde {errors} Aufrufe abgelehnt; bei einigen mehr würde es den Zugang sperren.',
      'Sie müssen nichts tun: Boekbrug wartet bis {until}. Danach geht eine Synchronisierung von selbst weiter, und Sie können wieder Schlüssel testen und sich anmelden.',
    ],
    notReadBack: [
      'Exact hat es gebucht, aber die Buchung wurde noch nicht zurückgelesen.',
      'Sie müssen nichts tun: Sie wird verglichen, sobald Exact wieder gefragt werden kann.',
    ],
    unreachable: [
      '{service} antwortet nicht.',
      'Prüfen Sie Ihre Internetverbindung, und versuchen Sie es später erneut.',
    ],
    notUnderstood: [
      'Die Antwort von {service} wurde nicht verstanden ({detail}).',
      'Versuchen Sie es später erneut. Bleibt es so, melden Sie es mit diesem Text.',
    ],
    storageFull: [
      'Dieser Browser hat keinen Platz mehr für das, was Boekbrug notiert.',
      'Geben Sie Speicherplatz frei und synchronisieren Sie erneut. Nichts geht verloren, und nichts wird doppelt gebucht.',
    ],
    storageHeld: [
      'Ein anderes Fenster dieses Browsers hält den Speicher von Boekbrug besetzt.',
      'Schließen Sie die anderen Tabs von Boekbrug oder starten Sie den Browser neu, und versuchen Sie es dann noch einmal.',
    ],
    newerVersion: [
      'Was hier gespeichert ist, stammt von einem neueren Boekbrug.',
      'Aktualisieren Sie die Erweiterung auf der Erweiterungsseite Ihres Browsers. Ihre Einrichtung bleibt erhalten.',
    ],
    unexpected: [
      'Etwas Unerwartetes ist geschehen ({detail}).',
      'Versuchen Sie es erneut. Bleibt es so, melden Sie es mit diesem Text.',
    ],
    stoppedByUser: [
      'Sie haben die Synchronisierung angehalten, bevor sie fertig war.',
      'Synchronisieren Sie noch einmal: Sie macht mit dem Rest weiter und bucht nichts doppelt.',
    ],
    colleagueImporting: [
      'Das Boekbrug einer anderen Person importiert gerade dieselben Kunden.',
      'Sie müssen nichts tun: Dieses geht ab {until} von selbst weiter.',
    ],
    changedSincePreview: [
      'Er würde jetzt anders gebucht, als die Vorschau zeigte, und wurde deshalb nicht gebucht.',
      'Sehen Sie die Vorschau noch einmal an und buchen Sie von dort. Oder synchronisieren Sie: Dann wird er gebucht, wie er jetzt ist.',
    ],
    toBookAgain: [
      'Er soll in Exact noch einmal gebucht werden.',
      'Nichts zu tun: Die nächste Synchronisierung liest Exact zuerst neu und bucht ihn, wenn er dort wirklich fehlt.',
    ],
    importAnswerLost: [
      'Die Antwort von Teamleader ging verloren; eine Firma oder ein Kontakt, soeben gesendet, kann dort stehen.',
      'Sie müssen nichts tun: Ab {until} wird in Teamleader gesucht, bevor etwas erneut gesendet wird.',
    ],
  },
  causeAtService: {
    rightMissing: {
      teamleader: [
        'Ihrem Benutzer oder Ihrer App fehlt ein Recht in Teamleader: {right}.',
        'Bitten Sie Ihren Administrator in Teamleader, es Ihrem Benutzer zu geben, und sehen Sie auf der Seite der App nach, ob auch sie es hat. Melden Sie sich dann neu an.',
      ],
      exact: [
        'Ihrem Benutzer fehlt ein Recht in Exact Online: {right}.',
        'Bitten Sie Ihren Administrator in Exact darum (Benutzer, dann Rechte).',
      ],
    },
  },
  causeOfWrite: {
    answerLost: {
      booking: [
        'Die Antwort auf eine Buchung ging verloren; die Buchung kann in Exact stehen.',
        'Sie müssen nichts tun: Ab {until} wird sie in Exact gesucht, bevor etwas erneut gesendet wird.',
      ],
      customer: [
        'Die Antwort ging verloren, als der Kunde an Exact gesendet wurde; der Geschäftspartner kann dort stehen.',
        'Sie müssen nichts tun: Ab {until} wird er in Exact gesucht, bevor etwas erneut gesendet wird.',
      ],
      payment: [
        'Die Antwort ging verloren, als eine Zahlung eingetragen wurde; sie kann in Teamleader stehen.',
        'Sie müssen nichts tun: Ab {until} wird sie in Teamleader gesucht, bevor etwas erneut gesendet wird.',
      ],
    },
    colleagueBooking: {
      booking: [
        'Das Boekbrug einer anderen Person bucht gerade dieselben Belege.',
        'Sie müssen nichts tun: Dieses geht ab {until} von selbst weiter.',
      ],
      payment: [
        'Das Boekbrug einer anderen Person überträgt gerade dieselben Zahlungen nach Teamleader.',
        'Sie müssen nichts tun: Dieses geht ab {until} von selbst weiter.',
      ],
    },
  },
};
