import type { ExplainTexts } from '../en/explain.ts';

export const explain: ExplainTexts = {
  explain: {
    why: 'Waarom',
    books: 'Wat het betekent voor je boekhouding',
    steps: 'Wat te doen, stap voor stap',
    meaning: {
      notBooked:
        'Dit document staat niet in Exact: noch de omzet noch de btw is geboekt. De andere documenten gaan door.',
      paused:
        'Wat geboekt is, blijft zoals het is. Wat nog niet geboekt is, wacht en wordt later hervat: er gaat niets verloren en niets wordt dubbel geboekt.',
      inDoubt:
        'Het kan gelukt zijn of niet. Zolang dat niet bekend is, wordt er niets opnieuw verzonden, zodat het er niet dubbel kan staan.',
      wrongInBooks:
        'Er staat een boeking in Exact, maar die zegt niet wat het document zegt. Tot ze verbeterd is, klopt je boekhouding, en misschien je btw-aangifte, niet met het verschil.',
      twiceInBooks:
        'Omzet en btw van dit document tellen meer dan één keer mee, tot alle boekingen op één na weg zijn.',
      booked: 'Het document staat in Exact, één keer. Alleen de vergelijking, tot op de cent, moet nog gebeuren.',
      askedFor:
        'De boeking in Exact is juist. Maar Teamleader vraagt nog geld dat Exact niet vraagt, of omgekeerd, en kan er herinneringen voor sturen.',
      untouched: 'Er is niets gewijzigd, niet in Exact en niet in Teamleader.',
    },
    causes: {
      taxRateNotLinked: {
        why: 'Elk btw-tarief in Teamleader heeft een btw-code in Exact nodig: die bepaalt waar de verkoop in je btw-aangifte komt. Voor dit tarief is er geen gekozen, en er wordt niet gegokt.',
        steps: [
          'Open de instellingen, onder Btw-codes.',
          'Kies de code voor dit tarief. Vraag bij twijfel je boekhouder welke.',
          'Bewaar en synchroniseer opnieuw: elk document met dit tarief wordt geboekt.',
        ],
      },
      vatCodeUnusable: {
        why: 'Bedragen worden zonder btw verzonden, en de btw moet uitkomen zoals op je factuur. Daarom moet een code voor verkoop zijn, van het type exclusief, niet geblokkeerd, en met hetzelfde percentage als het tarief.',
        steps: [
          'Open de instellingen, onder Btw-codes, en kies een andere code voor het tarief.',
          'Is de code zelf fout, laat ze dan in Exact verbeteren, bij de stamgegevens, onder Btw-codes.',
          'Synchroniseer opnieuw.',
        ],
      },
      glAccountMissing: {
        why: 'De rekening is in Exact verwijderd of kreeg een ander nummer, of het nummer is verkeerd getypt waar het gekozen is.',
        steps: [
          'Zoek in het rekeningschema van Exact bij welke grootboekrekening deze verkoop hoort.',
          'Kies die waar de oude gekozen was: bij de productcategorie in Teamleader, of bij de instellingen onder Grootboekrekeningen. Of maak de rekening aan in Exact.',
          'Synchroniseer opnieuw: alle documenten met deze rekening worden geboekt.',
        ],
      },
      glAccountBlocked: {
        why: 'Exact aanvaardt geen nieuwe boekingen op een geblokkeerde rekening. Rekeningen worden bewust geblokkeerd, als ze niet meer gebruikt mogen worden.',
        steps: [
          'Vraag je boekhouder of de rekening weer gebruikt mag worden.',
          'Zo ja, deblokkeer ze in Exact. Zo niet, kies een andere waar ze gekozen was.',
          'Synchroniseer opnieuw.',
        ],
      },
      glAccountUnfit: {
        why: 'Rekeningen van de bank, van debiteuren of van de btw houdt Exact zelf bij. Een verkoop die daar geboekt wordt, brengt hun saldo in de war.',
        steps: [
          'Kies in plaats daarvan een omzetrekening, waar deze gekozen was: die begint vaak met 70 in België, met 8 in Nederland.',
          'Synchroniseer opnieuw.',
        ],
      },
      discountAccountNotSet: {
        why: 'Een korting op het hele document wordt op een eigen rekening geboekt. Bij de instellingen is er geen gekozen, en er wordt niet gegokt.',
        steps: [
          'Open de instellingen, onder Grootboekrekeningen.',
          'Kies de rekening voor kortingen, of de omzetrekening als je ze samenhoudt.',
          'Bewaar en synchroniseer opnieuw.',
        ],
      },
      journalMissing: {
        why: 'Het dagboek dat je koos, is in Exact verwijderd of is geen verkoopdagboek meer.',
        steps: [
          'Open de instellingen, onder Administratie en dagboeken.',
          'Kies een verkoopdagboek voor facturen en een ander voor creditnota’s.',
          'Bewaar en synchroniseer opnieuw. Wat in het oude dagboek geboekt is, blijft daar.',
        ],
      },
      journalBlocked: {
        why: 'Exact aanvaardt geen boekingen in een geblokkeerd dagboek. Vaak is er een jaar afgesloten, of kwam er een ander dagboek in de plaats.',
        steps: [
          'Vraag je boekhouder waarom het geblokkeerd is.',
          'Deblokkeer het in Exact, of kies een ander dagboek bij de instellingen.',
          'Synchroniseer opnieuw.',
        ],
      },
      totalsDiffer: {
        why: 'Een boeking wordt alleen verzonden als netto, btw en totaal tot op de cent gelijk zijn aan je factuur. Hier komen de regels, met hun tarieven, op een ander bedrag uit dan het document vermeldt.',
        steps: [
          'Open het document in Teamleader en vergelijk de regels met de totalen.',
          'Is een regel fout en kan het document nog gewijzigd worden, verbeter het dan daar en synchroniseer opnieuw.',
          'Boek het anders met de hand in Exact, met het nummer van het document als referentie: de volgende synchronisatie herkent het.',
        ],
      },
      amountTooFine: {
        why: 'Zulke kleine munten heeft deze valuta niet. Exact zou het bedrag afronden, en dan is de boeking niet meer gelijk aan je factuur.',
        steps: [
          'Verbeter de prijs of het aantal in Teamleader, als het document nog gewijzigd kan worden.',
          'Boek het anders met de hand in Exact, met het nummer van het document als referentie.',
        ],
      },
      vatNumberInvalid: {
        why: 'Btw-nummers hebben per land een vorm en controlecijfers. Dit nummer klopt niet: vaak ontbreekt er een cijfer, zijn er twee verwisseld, of is het land verkeerd. Exact zou het weigeren, of je intracommunautaire opgave zou dat doen.',
        steps: [
          'Vraag de klant om het nummer, of zoek het op in VIES, het register van de Europese Unie.',
          'Verbeter het bij de klant in Teamleader, in de vorm die getoond wordt. Heeft de klant geen btw-nummer, laat het veld dan leeg.',
          'Synchroniseer opnieuw.',
        ],
      },
      vatNumberNeeded: {
        why: 'Verkopen zonder btw aan bedrijven elders in de EU worden opgegeven onder het btw-nummer van de klant. Zonder dat nummer geldt de vrijstelling niet.',
        steps: [
          'Vraag de klant om het btw-nummer en vul het in Teamleader in.',
          'Is de klant een particulier, of gevestigd in je eigen land? Dan is het btw-tarief op het document fout: verbeter dat.',
          'Synchroniseer opnieuw.',
        ],
      },
      customerMissing: {
        why: 'Het document noemt een bedrijf of contact dat Teamleader niet geeft: het is verwijderd of samengevoegd, of je app mag het niet lezen.',
        steps: [
          'Kijk in Teamleader of de klant nog bestaat.',
          'Is de klant verwijderd, kies dan de juiste op het document, als dat nog gewijzigd kan worden; boek het anders met de hand in Exact, met het nummer als referentie.',
          'Bestaat de klant nog, controleer dan of je app de rechten voor bedrijven en contacten heeft, en log opnieuw in.',
        ],
      },
      customerBlocked: {
        why: 'Exact boekt niets voor een geblokkeerde relatie. Iemand heeft ze geblokkeerd: wegens onbetaalde facturen, of omdat een andere relatie ze vervangt.',
        steps: [
          'Vraag je boekhouder waarom de relatie geblokkeerd is.',
          'Deblokkeer ze in Exact. Of voeg de twee daar samen, als een andere relatie ze vervangt.',
          'Synchroniseer opnieuw.',
        ],
      },
      customerAmbiguous: {
        why: 'Meer dan één relatie in Exact past bij deze klant, volgens btw-nummer, ondernemingsnummer of naam. Op de verkeerde zou de factuur met betalingen van een andere klant afgeletterd worden.',
        steps: [
          'Kies de juiste relatie onder Vraagt aandacht. Het antwoord wordt bewaard.',
          'Of voeg de relaties samen in Exact, en synchroniseer opnieuw.',
        ],
      },
      currencyNotActive: {
        why: 'Exact boekt pas in een valuta als die in de administratie geactiveerd is.',
        steps: [
          'Activeer de valuta in Exact, bij de stamgegevens, onder Valuta’s.',
          'Vul er een wisselkoers voor in.',
          'Synchroniseer opnieuw.',
        ],
      },
      currencyNotAllowed: {
        why: 'Een dagboek kan in één enkele valuta gevoerd worden. Dat is hier zo.',
        steps: [
          'Open het dagboek in Exact en laat andere valuta’s toe. Of maak een dagboek voor deze valuta.',
          'Kies dat in het tweede geval bij de instellingen, onder Administratie en dagboeken.',
          'Synchroniseer opnieuw.',
        ],
      },
      exchangeRateMissing: {
        why: 'Het document is in een andere valuta dan je boekhouding, en Teamleader vermeldt geen koers tussen de twee.',
        steps: [
          'Open het document in Teamleader en vul de wisselkoers in.',
          'Heeft de bedrijfsentiteit daar een andere valuta dan je administratie in Exact, boek het dan met de hand, met het nummer van het document als referentie.',
        ],
      },
      exchangeRateUnclear: {
        why: 'De koers op het document wordt vergeleken met die in Exact, zodat er geen verkeerd getypte koers geboekt wordt. Ze liggen te ver uit elkaar, of Exact kent er geen.',
        steps: [
          'Zoek de koers van de valuta op de dag van het document op.',
          'Vul die in Exact in, onder Wisselkoersen, als hij daar ontbreekt of verouderd is.',
          'Is de koers op het document zelf fout, verbeter die dan in Teamleader.',
          'Synchroniseer opnieuw.',
        ],
      },
      taxWithheld: {
        why: 'De klant houdt een deel van het bedrag in als belasting en betaalt dat zelf aan de staat. Zo’n vordering bestaat uit twee delen, en dat boekt Boekbrug niet.',
        steps: [
          'Boek het document met de hand in Exact, met het nummer als referentie. Je boekhouder kent de rekeningen.',
          'Synchroniseer opnieuw: de boeking wordt herkend.',
        ],
      },
      noLines: {
        why: 'Zonder regel is er geen rekening en geen btw-code, en dus niets dat geboekt kan worden.',
        steps: [
          'Open het document in Teamleader en voeg toe wat er verkocht is.',
          'Hoort het leeg te zijn, crediteer het dan in Teamleader, of boek het met de hand.',
        ],
      },
      entryNumberTaken: {
        why: 'Het boekstuknummer volgt uit het nummer van het document, zodat niets dubbel geboekt kan worden. In dit dagboek heeft een andere boeking het al: met de hand gemaakt, door een andere koppeling, of voor een document dat opnieuw genummerd is.',
        steps: [
          'Zoek het boekstuknummer op in Exact en kijk wat het is.',
          'Is het dit document zelf, zet dan het nummer van het document in de referentie: het wordt dan herkend.',
          'Is het iets anders, geef die boeking dan een ander nummer. Of neem, als het om meer documenten gaat, bij de instellingen een eigen dagboek voor Boekbrug.',
          'Synchroniseer opnieuw.',
        ],
      },
      bookedTwice: {
        why: 'Verschillende boekingen in Exact dragen de link of het nummer van dit document. Vaak is het met de hand ingevoerd, of boekte een andere koppeling het ook.',
        steps: [
          'Open de boekingen in Exact en kijk welke betaald of afgeletterd is: die blijft.',
          'Verwijder de andere. Vraag in een afgesloten periode je boekhouder om een correctie.',
          'Boekt er nog een andere koppeling, zet die dan uit, anders gebeurt het opnieuw.',
          'Synchroniseer opnieuw.',
        ],
      },
      periodClosed: {
        why: 'Je boekhouder sluit periodes af zodra de btw-aangifte ervan ingediend is. De datum van het document valt in zo’n periode; die datum staat op je factuur en wordt niet gewijzigd.',
        steps: [
          'Vraag je boekhouder de periode te openen, en synchroniseer.',
          'Of boek het met de hand in een open periode, met het nummer van het document als referentie: het wordt dan herkend.',
          'Gaat het om documenten die ouder zijn dan je wilt boeken, kies dan een latere startdatum bij de instellingen.',
        ],
      },
      financialYearMissing: {
        why: 'Exact boekt alleen in boekjaren die aangemaakt zijn. Een nieuw jaar ontstaat niet vanzelf.',
        steps: [
          'Maak het boekjaar aan in Exact, bij de stamgegevens, in de periode-datumtabel.',
          'Controleer of de datum van het document geen tikfout is.',
          'Synchroniseer opnieuw.',
        ],
      },
      readBackDiffers: {
        why: 'Elke boeking wordt na het verzenden teruggelezen en vergeleken. Iemand heeft ze gewijzigd, een instelling in Exact vulde iets anders in, of een boeking met een ander bedrag draagt dit nummer.',
        steps: [
          'Open de boeking in Exact naast het document in Teamleader.',
          'Verbeter de boeking. Of verwijder ze, als ze niet betaald is en de periode open staat.',
          'Synchroniseer opnieuw: ze wordt nog eens vergeleken, of opnieuw geboekt als ze weg is.',
        ],
      },
      refused: {
        why: 'De dienst heeft gecontroleerd wat verzonden werd en nee gezegd. De woorden tussen aanhalingstekens zijn van de dienst zelf. Hetzelfde wordt niet telkens opnieuw verzonden: te veel weigeringen zouden de toegang een uur blokkeren.',
        steps: [
          'Lees de melding: vaak noemt ze een veld dat in jouw administratie verplicht is.',
          'Vul dat in of verbeter het in de dienst, bij de klant of in de instellingen daar.',
          'Synchroniseer opnieuw. Kom je er niet uit, toon de melding dan aan je boekhouder.',
        ],
      },
      notConnected: {
        why: 'Boekbrug werkt bij elke dienst met een eigen app van jou. De sleutels daarvan zijn niet ingevuld, of verwijderd.',
        steps: ['Volg “Hoe je aan de sleutels komt”, boven de velden.', 'Vul de sleutels in en log in.'],
      },
      loginNeeded: {
        why: 'Een aanmelding eindigt als je overal uitlogt, je wachtwoord wijzigt, de toegang van de app intrekt of ze lang niet gebruikt. Soms beëindigt de dienst ze uit zichzelf, of viel de verbinding weg net toen ze vernieuwd werd.',
        steps: [
          'Log bij de instellingen opnieuw in, als dezelfde gebruiker.',
          'Synchroniseer: het gaat verder waar het gebleven was.',
        ],
      },
      rightMissing: {
        why: 'In de dienst mag elke gebruiker wat de beheerder heeft toegelaten. Boekbrug doet wat jij mag, en niet meer; dit hoort daar niet bij.',
        steps: [
          'Voor Exact zeggen de instellingen welk recht ontbreekt, onder Administratie en dagboeken. Voor Teamleader is het het recht dat de melding noemt.',
          'Vraag het aan de beheerder. In Exact: Gebruikers, dan Rechten. In Teamleader: je gebruiker, of de scopes van de app.',
          'Synchroniseer opnieuw. Zijn de scopes van de app gewijzigd, meld je dan eerst opnieuw aan.',
        ],
      },
      limitReached: {
        why: 'Elke dienst beantwoordt per minuut en per dag maar een bepaald aantal aanroepen. Die zijn voorlopig opgebruikt, door Boekbrug of door een ander programma met dezelfde app.',
        steps: [],
      },
      tooManyErrors: {
        why: 'Exact laat een tiental fouten per uur toe en blokkeert de toegang dan een uur of langer. Boekbrug stopt dus ruim daarvoor. Een ontbrekend recht, een boeking die Exact weigert, een test van je sleutels en inloggen met verkeerde sleutels tellen elk als een fout. Wat geweigerd is, staat waar het gebeurde: herstel het intussen, anders wordt het opnieuw geweigerd.',
        steps: [],
      },
      unreachable: {
        why: 'Er kwam geen antwoord: je verbinding ligt stil, een firewall staat in de weg, of de dienst heeft een storing.',
        steps: [
          'Open de dienst in een eigen tabblad. Werkt ze daar?',
          'Zo niet, wacht tot ze weer werkt. Automatische synchronisatie probeert het vanzelf opnieuw.',
          'Zo ja, probeer het opnieuw. Vraag in een bedrijfsnetwerk of extensies de dienst mogen bereiken.',
        ],
      },
      notUnderstood: {
        why: 'Het antwoord heeft niet de vorm die de dienst documenteert. Boekbrug gokt niet en stopt: een verkeerd gelezen bedrag zou erger zijn. Vaak is het een storing die voorbijgaat.',
        steps: [
          'Probeer het over enkele minuten opnieuw.',
          'Blijft het zo, download dan het diagnosebestand en stuur het naar wie je helpt. Er staan geen namen, nummers of sleutels in.',
        ],
      },
      storageFull: {
        why: 'Voor er iets verzonden wordt, wordt het in deze browser genoteerd, zodat niets dubbel geboekt wordt. Zonder plaats voor die notitie wordt niets verzonden.',
        steps: ['Maak ruimte vrij op de schijf van de computer.', 'Synchroniseer opnieuw.'],
      },
      storageHeld: {
        why: 'De opslag wordt naar een nieuwe vorm gebracht, en een ander tabblad van Boekbrug gebruikt de oude nog.',
        steps: [
          'Sluit de andere tabbladen van Boekbrug.',
          'Helpt dat niet, start de browser dan opnieuw.',
          'Probeer het opnieuw.',
        ],
      },
      newerVersion: {
        why: 'In deze browser was een nieuwere Boekbrug geïnstalleerd, en daarna een oudere. De oudere begrijpt de notities niet en raakt niets aan.',
        steps: ['Open de extensies van je browser en werk Boekbrug bij.', 'Synchroniseer opnieuw.'],
      },
      unexpected: {
        why: 'Dit is een fout van Boekbrug of van de browser, niet van je boekhouding.',
        steps: [
          'Synchroniseer opnieuw: wat begonnen was, wordt eerst opgezocht.',
          'Blijft het zo, download dan het diagnosebestand en stuur het naar wie je helpt.',
        ],
      },
      colleagueBooking: {
        why: 'Twee browsers die op hetzelfde ogenblik aan dezelfde documenten werken, kunnen elkaar in de weg zitten. Daarom wacht een van de twee een minuut of twee.',
        steps: [],
      },
      stoppedByUser: {
        why: 'Wat geboekt was voor je ze stopte, blijft geboekt en is teruggelezen. De rest wacht op de volgende synchronisatie, ook een automatische.',
        steps: ['Synchroniseer opnieuw wanneer het je past.'],
      },
      colleagueImporting: {
        why: 'Teamleader weigert geen tweede bedrijf met dezelfde naam. Daarom wacht bij twee imports op hetzelfde ogenblik een van de twee.',
        steps: [],
      },
      notReadBack: {
        why: 'Meteen na het verzenden wordt een boeking teruggelezen en met je factuur vergeleken. Op die vraag heeft Exact nog niet geantwoord.',
        steps: [],
      },
      toBookAgain: {
        why: 'Je vroeg erom: de boeking is in Exact verwijderd. Exact wordt eerst opnieuw gelezen, voor het geval ze er toch nog staat.',
        steps: [],
      },
      changedSincePreview: {
        why: 'Je vroeg precies wat het voorbeeld toonde. Intussen is het document, de klant of een instelling gewijzigd, waardoor er een andere boeking uit zou komen.',
        steps: ['Maak het voorbeeld opnieuw en kijk wat er anders is.', 'Boek van daaruit, of synchroniseer.'],
      },
      answerLost: {
        why: 'De verbinding brak af na het verzenden en voor het antwoord kwam. De andere kant kan er nog mee bezig zijn; daarom wordt er pas na enkele minuten gezocht.',
        steps: [],
      },
      importAnswerLost: {
        why: 'De verbinding brak af nadat een klant verzonden was en voor het antwoord kwam. Teamleader kan er nog mee bezig zijn; daarom wordt er pas na enkele minuten gezocht.',
        steps: [],
      },
      writtenOff: {
        why: 'Je boekhouder boekte een klein verschil of een oninbare vordering weg, zodat de post vereffend is. Teamleader kent geen betalingsverschillen.',
        steps: [
          'Is de klant niets meer schuldig, zet de factuur hier dan op betaald.',
          'Is het een echte vermindering, met btw, maak dan in Teamleader een creditnota: die wordt ook in Exact geboekt.',
        ],
      },
      discountTaken: {
        why: 'Je betalingsconditie geeft korting voor snel betalen, en de klant nam die. De rest komt niet meer.',
        steps: [
          'Vraag je boekhouder of er voor de korting een creditnota nodig is, wegens de btw.',
          'Zo ja, maak ze in Teamleader. Zo niet, zet de factuur hier op betaald.',
        ],
      },
      settledOtherwise: {
        why: 'In Exact is de factuur afgeletterd met iets dat geen betaling is: een creditnota van een andere factuur, een vooruitbetaling of een boeking van de boekhouder.',
        steps: [
          'Kijk in Exact bij de openstaande posten van de klant waarmee ze afgeletterd is.',
          'Was het een creditnota uit Teamleader, koppel die daar dan aan deze factuur.',
          'Zet de factuur anders hier op betaald, als er niets meer moet komen.',
        ],
      },
      registeredTwice: {
        why: 'Iemand heeft de betaling met de hand of met een andere koppeling in Teamleader ingevoerd, op het ogenblik dat Boekbrug dat ook deed.',
        steps: [
          'Laat de betalingen hier verwijderen: Teamleader verwijdert er geen afzonderlijk.',
          'Synchroniseer: wat Exact ontvangen heeft, wordt opnieuw geregistreerd, één keer.',
        ],
      },
      paidInOtherCurrency: {
        why: 'Exact heeft een betaling in een andere valuta afgeletterd en zegt niet welk deel van de factuur ze dekt. Een gegokt bedrag zou fout zijn.',
        steps: [
          'Kijk in Exact wat er ontvangen is.',
          'Registreer de betaling in Teamleader, in de valuta van de factuur.',
        ],
      },
      amountsDiffer: {
        why: 'De factuur is gewijzigd nadat ze geboekt was, of de boeking is gewijzigd. Welk bedrag het juiste is, kun alleen jij zeggen.',
        steps: [
          'Open beide naast elkaar.',
          'Verbeter wat fout is; een geboekte factuur met een creditnota.',
          'Synchroniseer: betalingen worden weer gevolgd zodra beide hetzelfde vragen.',
        ],
      },
      paymentRefused: {
        why: 'Teamleader heeft de betaling gecontroleerd en nee gezegd. De woorden zijn van Teamleader. Vaak is de factuur op hetzelfde ogenblik gewijzigd, gecrediteerd of betaald.',
        steps: [
          'Open de factuur in Teamleader en kijk wat er nog te betalen is.',
          'Registreer de betaling daar, als ze ontbreekt.',
        ],
      },
      loginCancelled: {
        why: 'De dienst opent een eigen venster om in te loggen. Dat is gesloten, of de browser toonde het niet.',
        steps: [
          'Klik opnieuw op Inloggen.',
          'Log in en kies Toestaan. Verschijnt er geen venster, zoek het dan achter dit venster.',
        ],
      },
      loginRefused: {
        why: 'Op de pagina van de dienst is de toegang voor je app geweigerd, of je gebruiker mag die niet geven.',
        steps: [
          'Klik opnieuw op Inloggen en kies Toestaan.',
          'Is die keuze er niet, vraag dan een beheerder van de dienst om één keer in te loggen, of om het recht apps te koppelen.',
        ],
      },
      wrongKeys: {
        why: 'Client-id, secret of redirect-URL zijn niet die van je app: er is een typfout, of het secret is vernieuwd.',
        steps: [
          'Klik op De sleutels testen: dat zegt welke fout is.',
          'Kopieer die opnieuw van de pagina van de app, precies zoals ze daar staat.',
          'Log opnieuw in.',
        ],
      },
      loginPageFailed: {
        why: 'De dienst leidde niet terug van haar inlogpagina. Meestal is de redirect-URL niet bij je app geregistreerd, of is de client-id daar onbekend.',
        steps: [
          'Klik op De sleutels testen.',
          'Vergelijk de getoonde redirect-URL met die bij je app: elk teken telt.',
          'Controleer het land dat voor Exact gekozen is, en log opnieuw in.',
        ],
      },
      notAmongYours: {
        why: 'Er is iemand anders ingelogd dan voordien, en deze gebruiker heeft geen toegang tot wat de verbinding boekt. Voor alle zekerheid staat ze stil.',
        steps: [
          'Log in als een gebruiker die het wel ziet. Of laat de beheerder deze gebruiker toegang geven.',
          'Is de verbinding niet meer nodig, verwijder ze dan bij de instellingen.',
        ],
      },
      keysWithdrawn: {
        why: 'Een beleid van je bedrijf gaf Boekbrug de sleutels van zijn app, en dat doet het nu niet meer. Een log-in geldt alleen samen met de sleutels van dezelfde app.',
        steps: [
          'Vraag aan wie je browser beheert of dat de bedoeling was. Komen de sleutels terug, dan ben je meteen weer ingelogd.',
          'Of kijk bij de instellingen onder “Hoe je aan de sleutels komt”, vul je eigen sleutels in en log in.',
        ],
      },
    },
  },
};
