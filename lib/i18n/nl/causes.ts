import type { CausesTexts } from '../en/causes.ts';

export const causes: CausesTexts = {
  cause: {
    taxRateNotLinked: [
      'Het btw-tarief {taxRate} is niet gekoppeld aan een btw-code.',
      'Koppel het bij de instellingen, onder Btw.',
    ],
    vatCodeUnusable: [
      'Btw-code {vatCode} is niet bruikbaar: {reason}.',
      'Koppel een andere btw-code bij de instellingen, of verbeter de code in Exact.',
    ],
    glAccountMissing: [
      'Grootboekrekening {code} is niet gevonden in Exact.',
      'Maak deze aan in Exact, of kies een andere: ze is gekozen door {usedBy}.',
    ],
    glAccountBlocked: [
      'Grootboekrekening {code} ({name}) is geblokkeerd in Exact.',
      'Deblokkeer deze in Exact, of kies een andere: ze is gekozen door {usedBy}.',
    ],
    glAccountUnfit: [
      'Op grootboekrekening {code} ({name}) kan geen verkoop worden geboekt: Exact houdt ze voor iets anders.',
      'Kies een omzetrekening: deze is gekozen door {usedBy}.',
    ],
    amountTooFine: [
      'Teamleader noemt een bedrag van {amount}, fijner dan {currency} toelaat.',
      'Verbeter het document in Teamleader, of boek het met de hand in Exact met het nummer als referentie.',
    ],
    vatNumberNeeded: [
      '{name} heeft geen btw-nummer, en btw-code {vatCode} zet de verkoop op de intracommunautaire opgave.',
      'Vul het btw-nummer in bij de klant in Teamleader, of kies een ander btw-tarief op het document.',
    ],
    currencyNotActive: [
      '{currency} is niet in gebruik in de administratie.',
      'Activeer de valuta in Exact en synchroniseer opnieuw.',
    ],
    exchangeRateUnclear: [
      'De wisselkoers {rate} voor {currency} ligt ver van die in Exact, of Exact heeft er geen.',
      'Vul de koers van de valuta in Exact in (wisselkoersen), of verbeter de koers op het document in Teamleader.',
    ],
    discountAccountNotSet: [
      'Het document heeft een korting, maar er is geen kortingsrekening gekozen.',
      'Kies een kortingsrekening bij de instellingen.',
    ],
    journalMissing: [
      'Verkoopdagboek {journal} is niet gevonden in Exact.',
      'Kies een ander dagboek bij de instellingen.',
    ],
    journalBlocked: [
      'Dagboek {journal} is geblokkeerd in Exact.',
      'Deblokkeer het in Exact, of kies een ander dagboek bij de instellingen.',
    ],
    totalsDiffer: [
      'Het bedrag ({figure}) komt niet uit: Teamleader zegt {teamleader}, de regels geven {entry}.',
      'Boek dit document met de hand in Exact, met het nummer als referentie; het wordt dan herkend.',
    ],
    vatNumberInvalid: [
      'Het btw-nummer {vatNumber} is niet geldig.',
      'Verbeter het bij de klant in Teamleader. De vorm voor {country} is {format}.',
    ],
    customerMissing: [
      'De klant {name} is niet gevonden in Teamleader.',
      'Controleer of de klant nog bestaat en of je app bedrijven en contacten mag lezen.',
    ],
    customerBlocked: [
      'De relatie {name} is geblokkeerd in Exact.',
      'Deblokkeer de relatie in Exact en synchroniseer opnieuw.',
    ],
    customerAmbiguous: [
      'Verschillende relaties in Exact kunnen {name} zijn: {candidates}.',
      'Zeg in Boekbrug welke het is, of voeg de relaties samen in Exact.',
    ],
    currencyNotAllowed: [
      'Dagboek {journal} neemt geen {currency} aan.',
      'Laat andere valuta’s toe voor het dagboek in Exact, of kies een ander dagboek.',
    ],
    exchangeRateMissing: [
      'Teamleader geeft geen wisselkoers voor {currency}.',
      'Vul de wisselkoers in op het document in Teamleader.',
    ],
    taxWithheld: [
      'Het document heeft ingehouden belasting, die nog niet geboekt kan worden.',
      'Boek dit document met de hand in Exact, met het nummer als referentie.',
    ],
    noLines: ['Het document heeft geen regels.', 'Voeg een regel toe in Teamleader, of boek het met de hand.'],
    entryNumberTaken: [
      'Boekstuknummer {entryNumber} in dagboek {journal} hoort bij een andere boeking.',
      'Geef die boeking een ander nummer in Exact, of boek dit document met de hand met het nummer als referentie.',
    ],
    bookedTwice: [
      'Het staat meer dan één keer in Exact: boekingen {entryNumbers}.',
      'Verwijder alle boekingen op één na in Exact.',
    ],
    periodClosed: [
      'De periode van {date} is afgesloten in Exact.',
      'Open de periode in Exact en synchroniseer opnieuw.',
    ],
    financialYearMissing: [
      'Exact heeft geen boekjaar voor {date}.',
      'Maak het boekjaar aan in Exact (periode-datumtabel) en synchroniseer opnieuw.',
    ],
    readBackDiffers: [
      'Wat in Exact staat verschilt van Teamleader: {what}.',
      'Verbeter de boeking in Exact, of verwijder de boeking en synchroniseer opnieuw.',
    ],
    refused: ['{service} weigerde het: “{text}”', 'Verhelp wat de melding noemt en synchroniseer opnieuw.'],
    notConnected: [
      'De client-id van je app bij {service} ontbreekt.',
      'Vul hem in bij het veld “Client-id” en log dan in.',
    ],
    loginNeeded: [
      '{service} vraagt om opnieuw in te loggen.',
      'Log in via Boekbrug. Niets is verloren; de synchronisatie gaat verder waar ze gebleven was.',
    ],
    limitReached: [
      'Het aantal aanroepen dat {service} toelaat is opgebruikt.',
      'Je hoeft niets te doen: het gaat vanzelf verder om {until}.',
    ],
    tooManyErrors: [
      'Exact heeft binnen een uur {errors} aanroepen geweigerd; nog enkele, en het zou de toegang blokkeren.',
      'Je hoeft niets te doen: Boekbrug wacht tot {until}. Een synchronisatie gaat dan vanzelf verder, en je kunt weer sleutels testen en inloggen.',
    ],
    notReadBack: [
      'Exact heeft het geboekt, maar het is nog niet teruggelezen.',
      'Je hoeft niets te doen: het wordt vergeleken zodra Exact weer bevraagd kan worden.',
    ],
    unreachable: ['{service} antwoordt niet.', 'Controleer je internetverbinding en probeer het later opnieuw.'],
    notUnderstood: [
      'Het antwoord van {service} is niet begrepen ({detail}).',
      'Probeer het later opnieuw. Blijft het zo, meld het dan met deze tekst.',
    ],
    storageFull: [
      'Deze browser heeft geen ruimte meer voor wat Boekbrug noteert.',
      'Maak schijfruimte vrij en synchroniseer opnieuw. Er gaat niets verloren en niets wordt dubbel geboekt.',
    ],
    storageHeld: [
      'Een ander venster van deze browser houdt de opslag van Boekbrug bezet.',
      'Sluit de andere tabbladen van Boekbrug of start de browser opnieuw, en probeer het dan nog eens.',
    ],
    newerVersion: [
      'Wat hier is opgeslagen, komt van een nieuwere Boekbrug.',
      'Werk de extensie bij op de extensiepagina van je browser. Wat je hebt ingesteld, blijft bewaard.',
    ],
    unexpected: [
      'Er gebeurde iets onverwachts ({detail}).',
      'Probeer het opnieuw. Blijft het zo, meld het dan met deze tekst.',
    ],
    stoppedByUser: [
      'Je hebt de synchronisatie gestopt voor ze klaar was.',
      'Synchroniseer opnieuw: ze gaat verder met wat overblijft en boekt niets dubbel.',
    ],
    colleagueImporting: [
      'De Boekbrug van een collega importeert nu dezelfde klanten.',
      'Je hoeft niets te doen: deze gaat vanzelf verder om {until}.',
    ],
    changedSincePreview: [
      'Het zou nu anders geboekt worden dan het voorbeeld toonde, en is daarom niet geboekt.',
      'Bekijk het voorbeeld opnieuw en boek van daaruit. Of synchroniseer: dan wordt het geboekt zoals het nu is.',
    ],
    toBookAgain: [
      'Het moet opnieuw in Exact geboekt worden.',
      'Je hoeft niets te doen: de volgende synchronisatie leest Exact eerst opnieuw en boekt het als het er echt niet staat.',
    ],
    importAnswerLost: [
      'Het antwoord van Teamleader ging verloren; een bedrijf of contact dat net verzonden is, kan daar staan.',
      'Je hoeft niets te doen: om {until} wordt het opgezocht in Teamleader, voordat er iets opnieuw verzonden wordt.',
    ],
  },
  causeAtService: {
    rightMissing: {
      teamleader: [
        'Je gebruiker of je app mist een recht in Teamleader: {right}.',
        'Vraag je beheerder in Teamleader het aan je gebruiker te geven, en kijk op de pagina van de app of zij het ook heeft. Log dan opnieuw in.',
      ],
      exact: [
        'Je gebruiker mist een recht in Exact Online: {right}.',
        'Vraag je beheerder in Exact erom (Gebruikers, dan Rechten).',
      ],
    },
  },
  causeOfWrite: {
    answerLost: {
      booking: [
        'Het antwoord op een boeking ging verloren; de boeking kan in Exact staan.',
        'Je hoeft niets te doen: om {until} wordt de boeking opgezocht in Exact, voordat er iets opnieuw verzonden wordt.',
      ],
      customer: [
        'Het antwoord ging verloren toen de klant naar Exact verzonden werd; de relatie kan daar staan.',
        'Je hoeft niets te doen: om {until} wordt de relatie opgezocht in Exact, voordat er iets opnieuw verzonden wordt.',
      ],
      payment: [
        'Het antwoord ging verloren toen een betaling geregistreerd werd; ze kan in Teamleader staan.',
        'Je hoeft niets te doen: om {until} wordt ze opgezocht in Teamleader, voordat er iets opnieuw verzonden wordt.',
      ],
    },
    colleagueBooking: {
      booking: [
        'De Boekbrug van een collega boekt nu dezelfde documenten.',
        'Je hoeft niets te doen: deze gaat vanzelf verder om {until}.',
      ],
      payment: [
        'De Boekbrug van een collega brengt nu dezelfde betalingen naar Teamleader.',
        'Je hoeft niets te doen: deze gaat vanzelf verder om {until}.',
      ],
    },
  },
};
