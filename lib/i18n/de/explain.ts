import type { ExplainTexts } from '../en/explain.ts';

export const explain: ExplainTexts = {
  explain: {
    why: 'Warum',
    books: 'Was es für Ihre Bücher bedeutet',
    steps: 'Was zu tun ist, Schritt für Schritt',
    meaning: {
      notBooked:
        'Dieser Beleg steht nicht in Exact: Weder Erlös noch MwSt. sind gebucht. Die anderen Belege gehen weiter.',
      paused:
        'Was gebucht ist, bleibt, wie es ist. Was noch nicht gebucht ist, wartet und wird wieder aufgenommen: Nichts geht verloren, und nichts wird doppelt gebucht.',
      inDoubt:
        'Es kann gelungen sein oder nicht. Solange das nicht bekannt ist, wird nichts erneut gesendet, damit es dort nicht doppelt steht.',
      wrongInBooks:
        'In Exact steht eine Buchung, sie sagt aber nicht, was der Beleg sagt. Bis sie berichtigt ist, sind Ihre Bücher, und vielleicht Ihre MwSt.-Erklärung, um die Differenz falsch.',
      twiceInBooks: 'Erlös und MwSt. dieses Belegs zählen mehr als einmal, bis nur noch eine Buchung übrig ist.',
      booked: 'Der Beleg steht in Exact, einmal. Nur der Vergleich, auf den Cent, steht noch aus.',
      askedFor:
        'Die Buchung in Exact stimmt. Teamleader fordert aber noch Geld, das Exact nicht fordert, oder umgekehrt, und verschickt dafür vielleicht Mahnungen.',
      untouched: 'Nichts wurde geändert, weder in Exact noch in Teamleader.',
    },
    causes: {
      taxRateNotLinked: {
        why: 'Jeder MwSt.-Satz in Teamleader braucht einen MwSt.-Code in Exact, der entscheidet, wo der Verkauf in Ihrer MwSt.-Erklärung steht. Für diesen Satz ist keiner gewählt, und geraten wird nicht.',
        steps: [
          'Öffnen Sie die Einrichtung, unter MwSt.-Codes.',
          'Wählen Sie den Code für diesen Satz. Fragen Sie im Zweifel Ihre Buchhaltung.',
          'Speichern und synchronisieren Sie erneut: Jeder Beleg mit diesem Satz wird gebucht.',
        ],
      },
      vatCodeUnusable: {
        why: 'Beträge werden ohne MwSt. gesendet, und die MwSt. muss herauskommen wie auf Ihrer Rechnung. Ein Code muss deshalb für Verkäufe sein, vom Typ exklusiv, nicht gesperrt und vom gleichen Prozentsatz wie der Satz.',
        steps: [
          'Öffnen Sie die Einrichtung, unter MwSt.-Codes, und wählen Sie einen anderen Code für den Satz.',
          'Ist der Code selbst falsch, lassen Sie ihn in Exact berichtigen, in den Stammdaten, unter MwSt.-Codes.',
          'Synchronisieren Sie erneut.',
        ],
      },
      glAccountMissing: {
        why: 'Das Konto wurde in Exact gelöscht oder hat eine andere Nummer bekommen, oder die Nummer wurde dort vertippt, wo es gewählt ist.',
        steps: [
          'Sehen Sie im Kontenplan von Exact nach, auf welches Sachkonto dieser Verkauf gehört.',
          'Wählen Sie es dort, wo das alte genannt war: bei der Produktkategorie in Teamleader oder in der Einrichtung unter Sachkonten. Oder legen Sie das Konto in Exact an.',
          'Synchronisieren Sie erneut: Alle Belege mit diesem Konto werden gebucht.',
        ],
      },
      glAccountBlocked: {
        why: 'Exact nimmt auf einem gesperrten Konto keine neuen Buchungen an. Konten werden mit Absicht gesperrt, wenn sie nicht mehr verwendet werden sollen.',
        steps: [
          'Fragen Sie Ihre Buchhaltung, ob das Konto wieder verwendet werden darf.',
          'Wenn ja, entsperren Sie es in Exact. Wenn nicht, wählen Sie ein anderes, wo es genannt war.',
          'Synchronisieren Sie erneut.',
        ],
      },
      glAccountUnfit: {
        why: 'Konten der Bank, der Forderungen und der MwSt. führt Exact selbst. Ein dort gebuchter Verkauf brächte ihren Saldo durcheinander.',
        steps: [
          'Wählen Sie stattdessen ein Erlöskonto, wo dieses genannt war: Es beginnt in Belgien oft mit 70, in den Niederlanden mit 8.',
          'Synchronisieren Sie erneut.',
        ],
      },
      discountAccountNotSet: {
        why: 'Ein Rabatt auf den ganzen Beleg wird auf ein eigenes Konto gebucht. In der Einrichtung ist keines gewählt, und geraten wird nicht.',
        steps: [
          'Öffnen Sie die Einrichtung, unter Sachkonten.',
          'Wählen Sie das Konto für Rabatte, oder das Erlöskonto, wenn Sie beides zusammen führen.',
          'Speichern und synchronisieren Sie erneut.',
        ],
      },
      journalMissing: {
        why: 'Das gewählte Journal wurde in Exact gelöscht oder ist kein Verkaufsjournal mehr.',
        steps: [
          'Öffnen Sie die Einrichtung, unter Administration und Journale.',
          'Wählen Sie ein Verkaufsjournal für Rechnungen und ein anderes für Gutschriften.',
          'Speichern und synchronisieren Sie erneut. Was im alten Journal gebucht ist, bleibt dort.',
        ],
      },
      journalBlocked: {
        why: 'Exact nimmt in einem gesperrten Journal keine Buchungen an. Oft wurde ein Jahr abgeschlossen, oder ein anderes Journal hat es ersetzt.',
        steps: [
          'Fragen Sie Ihre Buchhaltung, warum es gesperrt ist.',
          'Entsperren Sie es in Exact, oder wählen Sie in der Einrichtung ein anderes Journal.',
          'Synchronisieren Sie erneut.',
        ],
      },
      totalsDiffer: {
        why: 'Eine Buchung wird nur gesendet, wenn Netto, MwSt. und Gesamtbetrag auf den Cent Ihrer Rechnung gleichen. Hier ergeben die Zeilen mit ihren Sätzen eine andere Summe, als der Beleg angibt.',
        steps: [
          'Öffnen Sie den Beleg in Teamleader und vergleichen Sie seine Zeilen mit seinen Summen.',
          'Ist eine Zeile falsch und der Beleg noch änderbar, berichtigen Sie sie dort und synchronisieren Sie erneut.',
          'Sonst buchen Sie ihn von Hand in Exact, mit der Nummer des Belegs als Referenz: Die nächste Synchronisierung erkennt ihn.',
        ],
      },
      amountTooFine: {
        why: 'So kleine Einheiten hat die Währung nicht. Exact würde den Betrag runden, und die Buchung gliche Ihrer Rechnung nicht mehr.',
        steps: [
          'Berichtigen Sie Preis oder Menge in Teamleader, wenn der Beleg noch änderbar ist.',
          'Sonst buchen Sie ihn von Hand in Exact, mit der Nummer des Belegs als Referenz.',
        ],
      },
      vatNumberInvalid: {
        why: 'USt-IdNrn. haben in jedem Land eine Form und Prüfziffern. Diese passt nicht: Oft fehlt eine Ziffer, zwei sind vertauscht, oder das Land ist falsch. Exact würde sie ablehnen, oder Ihre Zusammenfassende Meldung.',
        steps: [
          'Fragen Sie den Kunden nach der Nummer, oder suchen Sie sie in VIES, dem Register der Europäischen Union.',
          'Berichtigen Sie sie beim Kunden in Teamleader, in der gezeigten Form. Hat der Kunde keine USt-IdNr., lassen Sie das Feld leer.',
          'Synchronisieren Sie erneut.',
        ],
      },
      vatNumberNeeded: {
        why: 'Verkäufe ohne MwSt. an Unternehmen anderswo in der EU werden unter der USt-IdNr. des Kunden gemeldet. Ohne sie gilt die Befreiung nicht.',
        steps: [
          'Fragen Sie den Kunden nach der USt-IdNr. und tragen Sie sie in Teamleader ein.',
          'Ist der Kunde eine Privatperson oder im eigenen Land ansässig? Dann ist der MwSt.-Satz auf dem Beleg falsch: Berichtigen Sie den.',
          'Synchronisieren Sie erneut.',
        ],
      },
      customerMissing: {
        why: 'Der Beleg nennt ein Unternehmen oder einen Kontakt, den Teamleader nicht herausgibt: Er wurde gelöscht oder zusammengeführt, oder Ihre App darf ihn nicht lesen.',
        steps: [
          'Sehen Sie in Teamleader nach, ob es den Kunden noch gibt.',
          'Wurde er gelöscht, wählen Sie auf dem Beleg den richtigen, wenn er noch änderbar ist; sonst buchen Sie ihn von Hand in Exact, mit seiner Nummer als Referenz.',
          'Gibt es ihn, prüfen Sie, ob Ihre App die Rechte für Unternehmen und Kontakte hat, und melden Sie sich erneut an.',
        ],
      },
      customerBlocked: {
        why: 'Exact bucht nichts für einen gesperrten Geschäftspartner. Jemand hat ihn gesperrt: wegen unbezahlter Rechnungen, oder weil ein anderer ihn ersetzt.',
        steps: [
          'Fragen Sie Ihre Buchhaltung, warum er gesperrt ist.',
          'Entsperren Sie ihn in Exact. Oder führen Sie die beiden dort zusammen, wenn ein anderer ihn ersetzt.',
          'Synchronisieren Sie erneut.',
        ],
      },
      customerAmbiguous: {
        why: 'Mehr als ein Geschäftspartner in Exact passt zu diesem Kunden, nach USt-IdNr., Unternehmensnummer oder Name. Beim falschen würde die Rechnung mit den Zahlungen eines anderen Kunden abgeglichen.',
        steps: [
          'Wählen Sie den richtigen unter Zu prüfen. Die Antwort wird behalten.',
          'Oder führen Sie die Geschäftspartner in Exact zusammen, und synchronisieren Sie erneut.',
        ],
      },
      currencyNotActive: {
        why: 'Exact bucht in einer Währung erst, wenn sie in der Administration aktiviert ist.',
        steps: [
          'Aktivieren Sie die Währung in Exact, in den Stammdaten, unter Währungen.',
          'Tragen Sie einen Wechselkurs dafür ein.',
          'Synchronisieren Sie erneut.',
        ],
      },
      currencyNotAllowed: {
        why: 'Ein Journal kann in einer einzigen Währung geführt werden. Bei diesem ist es so.',
        steps: [
          'Öffnen Sie das Journal in Exact und lassen Sie andere Währungen zu. Oder legen Sie ein Journal für diese Währung an.',
          'Im zweiten Fall wählen Sie es in der Einrichtung, unter Administration und Journale.',
          'Synchronisieren Sie erneut.',
        ],
      },
      exchangeRateMissing: {
        why: 'Der Beleg ist in einer anderen Währung als Ihre Bücher, und Teamleader nennt keinen Kurs zwischen den beiden.',
        steps: [
          'Öffnen Sie den Beleg in Teamleader und tragen Sie den Wechselkurs ein.',
          'Hat das Unternehmen dort eine andere Währung als Ihre Administration in Exact, buchen Sie ihn von Hand, mit der Nummer des Belegs als Referenz.',
        ],
      },
      exchangeRateUnclear: {
        why: 'Der Kurs auf dem Beleg wird mit dem verglichen, den Exact kennt, damit kein vertippter Kurs gebucht wird. Sie liegen zu weit auseinander, oder Exact kennt keinen.',
        steps: [
          'Sehen Sie den Kurs der Währung am Tag des Belegs nach.',
          'Tragen Sie ihn in Exact ein, unter Wechselkurse, wenn er dort fehlt oder veraltet ist.',
          'Ist der Kurs auf dem Beleg falsch, berichtigen Sie ihn in Teamleader.',
          'Synchronisieren Sie erneut.',
        ],
      },
      taxWithheld: {
        why: 'Der Kunde behält einen Teil des Betrags als Steuer ein und zahlt ihn selbst an den Staat. Eine solche Forderung besteht aus zwei Teilen, und das bucht Boekbrug nicht.',
        steps: [
          'Buchen Sie den Beleg von Hand in Exact, mit seiner Nummer als Referenz. Ihre Buchhaltung kennt die Konten.',
          'Synchronisieren Sie erneut: Die Buchung wird erkannt.',
        ],
      },
      noLines: {
        why: 'Ohne Zeile gibt es weder Konto noch MwSt.-Code, und so nichts, was gebucht werden könnte.',
        steps: [
          'Öffnen Sie den Beleg in Teamleader und fügen Sie hinzu, was verkauft wurde.',
          'Soll er leer sein, schreiben Sie ihn in Teamleader gut, oder buchen Sie ihn von Hand.',
        ],
      },
      entryNumberTaken: {
        why: 'Die Buchungsnummer folgt aus der Nummer des Belegs, damit nichts doppelt gebucht werden kann. In diesem Journal trägt sie schon eine andere Buchung: von Hand gemacht, von einer anderen Verbindung, oder für einen neu nummerierten Beleg.',
        steps: [
          'Suchen Sie die Buchungsnummer in Exact und sehen Sie nach, was es ist.',
          'Ist es dieser Beleg selbst, tragen Sie seine Nummer in die Referenz ein: Er wird dann erkannt.',
          'Ist es ein anderer, geben Sie jener Buchung eine andere Nummer. Oder nehmen Sie, wenn es mehrere Belege betrifft, in der Einrichtung ein eigenes Journal für Boekbrug.',
          'Synchronisieren Sie erneut.',
        ],
      },
      bookedTwice: {
        why: 'Mehrere Buchungen in Exact tragen den Link oder die Nummer dieses Belegs. Oft wurde er von Hand eingegeben, oder eine andere Verbindung hat ihn auch gebucht.',
        steps: [
          'Öffnen Sie die Buchungen in Exact und sehen Sie, welche bezahlt oder abgeglichen ist: Diese bleibt.',
          'Löschen Sie die anderen. In einer abgeschlossenen Periode bitten Sie Ihre Buchhaltung um eine Korrektur.',
          'Bucht noch eine andere Verbindung, schalten Sie sie ab, sonst geschieht es wieder.',
          'Synchronisieren Sie erneut.',
        ],
      },
      periodClosed: {
        why: 'Ihre Buchhaltung schließt Perioden ab, sobald deren MwSt.-Erklärung abgegeben ist. Das Datum des Belegs liegt in einer solchen Periode; es steht auf Ihrer Rechnung und wird nicht geändert.',
        steps: [
          'Bitten Sie Ihre Buchhaltung, die Periode zu öffnen, und synchronisieren Sie.',
          'Oder buchen Sie ihn von Hand in einer offenen Periode, mit der Nummer des Belegs als Referenz: Er wird dann erkannt.',
          'Sind es Belege, die älter sind, als Sie buchen wollen, wählen Sie in der Einrichtung ein späteres Startdatum.',
        ],
      },
      financialYearMissing: {
        why: 'Exact bucht nur in Geschäftsjahre, die angelegt sind. Ein neues Jahr entsteht nicht von selbst.',
        steps: [
          'Legen Sie das Geschäftsjahr in Exact an, in den Stammdaten, in der Periodentabelle.',
          'Prüfen Sie, ob das Datum des Belegs kein Tippfehler ist.',
          'Synchronisieren Sie erneut.',
        ],
      },
      readBackDiffers: {
        why: 'Jede Buchung wird nach dem Senden zurückgelesen und verglichen. Jemand hat sie geändert, eine Einstellung in Exact hat etwas anderes eingesetzt, oder eine Buchung mit anderem Betrag trägt diese Nummer.',
        steps: [
          'Öffnen Sie die Buchung in Exact neben dem Beleg in Teamleader.',
          'Berichtigen Sie die Buchung. Oder löschen Sie sie, wenn sie nicht bezahlt und ihre Periode offen ist.',
          'Synchronisieren Sie erneut: Sie wird noch einmal verglichen, oder neu gebucht, wenn sie weg ist.',
        ],
      },
      refused: {
        why: 'Der Dienst hat geprüft, was gesendet wurde, und abgelehnt. Die Worte in Anführungszeichen sind seine eigenen. Dasselbe wird nicht immer wieder gesendet: Zu viele Ablehnungen würden den Zugang für eine Stunde sperren.',
        steps: [
          'Lesen Sie die Meldung: Oft nennt sie ein Feld, das Ihre Administration verlangt.',
          'Füllen oder berichtigen Sie es im Dienst, beim Kunden oder in den Einstellungen dort.',
          'Synchronisieren Sie erneut. Bleibt die Meldung unklar, zeigen Sie sie Ihrer Buchhaltung.',
        ],
      },
      notConnected: {
        why: 'Boekbrug arbeitet bei jedem Dienst mit einer eigenen App von Ihnen. Deren Schlüssel wurden nicht eingetragen oder entfernt.',
        steps: [
          'Folgen Sie „So bekommen Sie die Schlüssel“, über den Feldern.',
          'Tragen Sie die Schlüssel ein, und melden Sie sich an.',
        ],
      },
      loginNeeded: {
        why: 'Eine Anmeldung endet, wenn Sie sich überall abmelden, Ihr Passwort ändern, der App den Zugriff entziehen oder sie lange nicht benutzen. Manchmal beendet der Dienst sie von selbst, oder die Verbindung brach ab, als sie gerade erneuert wurde.',
        steps: [
          'Melden Sie sich in der Einrichtung erneut an, als derselbe Benutzer.',
          'Synchronisieren Sie: Es geht weiter, wo es war.',
        ],
      },
      rightMissing: {
        why: 'Im Dienst darf jeder Benutzer, was der Administrator erlaubt hat. Boekbrug tut, was Sie dürfen, und nicht mehr; dies gehört nicht dazu.',
        steps: [
          'Für Exact sagt die Einrichtung, welches Recht fehlt, unter Administration und Journale. Für Teamleader ist es das, das die Meldung nennt.',
          'Bitten Sie den Administrator darum. In Exact: Benutzer, dann Rechte. In Teamleader: Ihr Benutzer, oder die Scopes der App.',
          'Synchronisieren Sie erneut. Wurden die Scopes der App geändert, melden Sie sich vorher neu an.',
        ],
      },
      limitReached: {
        why: 'Jeder Dienst beantwortet in der Minute und am Tag nur eine bestimmte Zahl von Aufrufen. Sie ist vorerst erreicht, durch Boekbrug oder ein anderes Programm mit derselben App.',
        steps: [],
      },
      tooManyErrors: {
        why: 'Exact lässt in der Stunde etwa zehn Fehler zu und sperrt den Zugang dann für eine Stunde oder länger. Boekbrug hört deshalb weit vorher auf. Ein fehlendes Recht, eine Buchung, die Exact ablehnt, ein Test Ihrer Schlüssel und eine Anmeldung mit falschen zählen jeweils als Fehler. Was abgelehnt wurde, steht dort, wo es geschah: Beheben Sie es inzwischen, sonst wird es wieder abgelehnt.',
        steps: [],
      },
      unreachable: {
        why: 'Es kam keine Antwort: Ihre Verbindung ist unterbrochen, eine Firewall steht im Weg, oder der Dienst hat eine Störung.',
        steps: [
          'Öffnen Sie den Dienst in einem eigenen Tab. Geht er dort?',
          'Wenn nicht, warten Sie, bis er geht. Die automatische Synchronisierung versucht es von selbst wieder.',
          'Wenn ja, versuchen Sie es erneut. Fragen Sie in einem Firmennetz, ob Erweiterungen ihn erreichen dürfen.',
        ],
      },
      notUnderstood: {
        why: 'Die Antwort hat nicht die Form, die der Dienst dokumentiert. Statt zu raten, hält Boekbrug an: Ein falsch gelesener Betrag wäre schlimmer. Oft ist es eine Störung, die vorübergeht.',
        steps: [
          'Versuchen Sie es in einigen Minuten erneut.',
          'Bleibt es so, laden Sie die Diagnosedatei herunter und senden Sie sie an den, der Ihnen hilft. Sie enthält keine Namen, Nummern oder Schlüssel.',
        ],
      },
      storageFull: {
        why: 'Bevor etwas gesendet wird, wird es in diesem Browser notiert, damit nichts doppelt gebucht wird. Ohne Platz für die Notiz wird nichts gesendet.',
        steps: ['Geben Sie Platz auf dem Datenträger des Computers frei.', 'Synchronisieren Sie erneut.'],
      },
      storageHeld: {
        why: 'Der Speicher wird in eine neue Form gebracht, und ein anderer Tab von Boekbrug benutzt noch die alte.',
        steps: [
          'Schließen Sie die anderen Tabs von Boekbrug.',
          'Hilft das nicht, starten Sie den Browser neu.',
          'Versuchen Sie es erneut.',
        ],
      },
      newerVersion: {
        why: 'In diesem Browser war ein neueres Boekbrug installiert, und danach ein älteres. Das ältere versteht die Notizen nicht und rührt nichts an.',
        steps: [
          'Öffnen Sie die Erweiterungen Ihres Browsers und aktualisieren Sie Boekbrug.',
          'Synchronisieren Sie erneut.',
        ],
      },
      unexpected: {
        why: 'Das ist ein Fehler von Boekbrug oder des Browsers, nicht Ihrer Bücher.',
        steps: [
          'Synchronisieren Sie erneut: Was begonnen war, wird zuerst nachgesehen.',
          'Bleibt es so, laden Sie die Diagnosedatei herunter und senden Sie sie an den, der Ihnen hilft.',
        ],
      },
      colleagueBooking: {
        why: 'Zwei Browser, die im selben Augenblick an denselben Belegen arbeiten, könnten einander stören. Deshalb wartet einer von beiden eine oder zwei Minuten.',
        steps: [],
      },
      stoppedByUser: {
        why: 'Was vor dem Anhalten gebucht war, bleibt gebucht und wurde zurückgelesen. Der Rest wartet auf die nächste Synchronisierung, auch eine automatische.',
        steps: ['Synchronisieren Sie noch einmal, wenn es Ihnen passt.'],
      },
      colleagueImporting: {
        why: 'Teamleader lehnt kein zweites Unternehmen gleichen Namens ab. Von zwei Importen im selben Augenblick wartet deshalb einer.',
        steps: [],
      },
      notReadBack: {
        why: 'Gleich nach dem Senden wird eine Buchung zurückgelesen und mit Ihrer Rechnung verglichen. Auf diese Frage hat Exact noch nicht geantwortet.',
        steps: [],
      },
      toBookAgain: {
        why: 'Sie haben darum gebeten: Die Buchung wurde in Exact gelöscht. Exact wird zuerst neu gelesen, falls sie doch dort steht.',
        steps: [],
      },
      changedSincePreview: {
        why: 'Sie wollten genau, was die Vorschau zeigte. Inzwischen haben sich Beleg, Kunde oder Einrichtung geändert, sodass eine andere Buchung herauskäme.',
        steps: [
          'Machen Sie die Vorschau erneut und sehen Sie, was anders ist.',
          'Buchen Sie von dort, oder synchronisieren Sie.',
        ],
      },
      answerLost: {
        why: 'Die Verbindung brach nach dem Senden und vor der Antwort ab. Die andere Seite arbeitet vielleicht noch daran; deshalb wird erst nach einigen Minuten gesucht.',
        steps: [],
      },
      importAnswerLost: {
        why: 'Die Verbindung brach ab, nachdem ein Kunde gesendet war und bevor die Antwort kam. Teamleader arbeitet vielleicht noch daran; deshalb wird erst nach einigen Minuten gesucht.',
        steps: [],
      },
      writtenOff: {
        why: 'Ihre Buchhaltung hat eine kleine Differenz oder einen Forderungsausfall ausgebucht, sodass der Posten ausgeglichen ist. Teamleader kennt keine Zahlungsdifferenzen.',
        steps: [
          'Schuldet der Kunde nichts mehr, setzen Sie die Rechnung hier auf bezahlt.',
          'Ist es eine echte Minderung, mit MwSt., erstellen Sie stattdessen eine Gutschrift in Teamleader: Sie wird auch in Exact gebucht.',
        ],
      },
      discountTaken: {
        why: 'Ihre Zahlungsbedingung gewährt Skonto, und der Kunde hat es genommen. Der Rest kommt nicht mehr.',
        steps: [
          'Fragen Sie Ihre Buchhaltung, ob das Skonto wegen der MwSt. eine Gutschrift braucht.',
          'Wenn ja, erstellen Sie sie in Teamleader. Wenn nicht, setzen Sie die Rechnung hier auf bezahlt.',
        ],
      },
      settledOtherwise: {
        why: 'In Exact wurde die Rechnung mit etwas abgeglichen, das keine Zahlung ist: einer Gutschrift zu einer anderen Rechnung, einer Anzahlung oder einer Buchung der Buchhaltung.',
        steps: [
          'Sehen Sie in Exact bei den offenen Posten des Kunden nach, womit sie abgeglichen wurde.',
          'War es eine Gutschrift aus Teamleader, verknüpfen Sie sie dort mit dieser Rechnung.',
          'Sonst setzen Sie die Rechnung hier auf bezahlt, wenn nichts mehr kommen soll.',
        ],
      },
      registeredTwice: {
        why: 'Jemand hat die Zahlung von Hand oder mit einer anderen Verbindung in Teamleader eingetragen, im selben Augenblick wie Boekbrug.',
        steps: [
          'Lassen Sie die Zahlungen hier entfernen: Einzelne entfernt Teamleader nicht.',
          'Synchronisieren Sie: Was in Exact eingegangen ist, wird erneut eingetragen, einmal.',
        ],
      },
      paidInOtherCurrency: {
        why: 'Exact hat eine Zahlung in einer anderen Währung abgeglichen und sagt nicht, welchen Teil der Rechnung sie deckt. Ein geratener Betrag wäre falsch.',
        steps: [
          'Sehen Sie in Exact nach, was eingegangen ist.',
          'Tragen Sie die Zahlung in Teamleader ein, in der Währung der Rechnung.',
        ],
      },
      amountsDiffer: {
        why: 'Die Rechnung wurde nach dem Buchen geändert, oder ihre Buchung wurde es. Welcher Betrag der richtige ist, können nur Sie sagen.',
        steps: [
          'Öffnen Sie beide nebeneinander.',
          'Berichtigen Sie das Falsche; eine gebuchte Rechnung mit einer Gutschrift.',
          'Synchronisieren Sie: Zahlungen werden wieder verfolgt, sobald beide dasselbe fordern.',
        ],
      },
      paymentRefused: {
        why: 'Teamleader hat die Zahlung geprüft und abgelehnt. Die Worte sind von Teamleader. Oft wurde die Rechnung im selben Augenblick geändert, gutgeschrieben oder bezahlt.',
        steps: [
          'Öffnen Sie die Rechnung in Teamleader und sehen Sie, was noch zu zahlen ist.',
          'Tragen Sie die Zahlung dort ein, wenn sie fehlt.',
        ],
      },
      loginCancelled: {
        why: 'Der Dienst öffnet zum Anmelden ein eigenes Fenster. Es wurde geschlossen, oder der Browser hat es nicht gezeigt.',
        steps: [
          'Klicken Sie erneut auf Anmelden.',
          'Melden Sie sich an, und wählen Sie Zulassen. Erscheint kein Fenster, suchen Sie es hinter diesem.',
        ],
      },
      loginRefused: {
        why: 'Auf der Seite des Dienstes wurde der Zugriff für Ihre App abgelehnt, oder Ihr Benutzer darf ihn nicht gewähren.',
        steps: [
          'Klicken Sie erneut auf Anmelden, und wählen Sie Zulassen.',
          'Gibt es diese Wahl nicht, bitten Sie einen Administrator des Dienstes, sich einmal anzumelden, oder um das Recht, Apps zu verbinden.',
        ],
      },
      wrongKeys: {
        why: 'Client-ID, Client-Secret oder Weiterleitungs-URL sind nicht die Ihrer App: ein Tippfehler, oder das Secret wurde erneuert.',
        steps: [
          'Klicken Sie auf Schlüssel testen: Das sagt, welcher falsch ist.',
          'Kopieren Sie diesen erneut von der Seite der App, genau wie er dort steht.',
          'Melden Sie sich erneut an.',
        ],
      },
      loginPageFailed: {
        why: 'Der Dienst hat von seiner Anmeldeseite nicht zurückgeführt. Meist ist die Weiterleitungs-URL nicht bei Ihrer App eingetragen, oder die Client-ID ist dort unbekannt.',
        steps: [
          'Klicken Sie auf Schlüssel testen.',
          'Vergleichen Sie die gezeigte Weiterleitungs-URL mit der bei Ihrer App: Jedes Zeichen zählt.',
          'Prüfen Sie das Land, das für Exact gewählt ist, und melden Sie sich erneut an.',
        ],
      },
      notAmongYours: {
        why: 'Jemand anderes als bisher ist angemeldet, und dieser Benutzer hat keinen Zugriff auf das, was die Verbindung bucht. Zur Sicherheit steht sie still.',
        steps: [
          'Melden Sie sich mit einem Benutzer an, der es sieht. Oder lassen Sie den Administrator diesem Benutzer Zugriff geben.',
          'Wird die Verbindung nicht mehr gebraucht, entfernen Sie sie in der Einrichtung.',
        ],
      },
      keysWithdrawn: {
        why: 'Eine Richtlinie Ihres Unternehmens gab Boekbrug die Schlüssel seiner App vor, und tut es jetzt nicht mehr. Eine Anmeldung gilt nur zusammen mit den Schlüsseln derselben App.',
        steps: [
          'Fragen Sie die Person, die Ihren Browser verwaltet, ob das so gewollt ist. Kommen die Schlüssel zurück, sind Sie sofort wieder angemeldet.',
          'Oder lesen Sie in der Einrichtung unter „So bekommen Sie die Schlüssel“ nach, geben Sie Ihre eigenen ein und melden Sie sich an.',
        ],
      },
    },
  },
};
