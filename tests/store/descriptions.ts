/** What a store's page says of the extension, below its name and summary (those are in `public/_locales`). */
import type { Language } from '../../lib/i18n/language.ts';

export const DESCRIPTIONS: Readonly<Record<Language, string>> = {
  en: `Boekbrug sits beside Teamleader Focus and Exact Online. Teamleader’s invoice list gets a sync button and a badge on each row. One click books customers, invoices and credit notes as sales entries in Exact Online.

• Once: before anything is written, the books are read. What stands there already is recognised, and is never booked a second time.
• To the cent: net, VAT for each rate and total equal Teamleader’s before an entry is sent, and are compared again after. If they cannot be equal, nothing is booked and you are told why.
• Visibly: each document says whether it is booked, waits or needs you, with the cause and the way to mend it.
• Payments come back: what Exact has matched is set as paid in Teamleader.
• By itself, if you want: every few minutes to once a day, while your browser runs.
• A preview shows every entry before it is booked. A report compares both sides for a period.

You need a Teamleader Focus and an Exact Online account, and an app of your own at both; the set-up guides you there in minutes. Boekbrug works in your browser only: no server, no telemetry. In English, Dutch, French and German.`,
  nl: `Boekbrug staat naast Teamleader Focus en Exact Online. De factuurlijst van Teamleader krijgt een synchronisatieknop en op elke rij een label. Eén klik boekt klanten, facturen en creditnota’s als verkoopboekingen in Exact Online.

• Eén keer: voor er iets geschreven wordt, worden de boeken gelezen. Wat er al staat, wordt herkend en nooit nog eens geboekt.
• Tot op de cent: netto, btw per tarief en totaal zijn gelijk aan die van Teamleader voor een boeking verstuurd wordt, en worden daarna opnieuw vergeleken. Kan dat niet, dan wordt er niets geboekt en lees je waarom.
• Zichtbaar: elk document zegt of het geboekt is, wacht of jou nodig heeft, met de oorzaak en de oplossing.
• Betalingen komen terug: wat Exact heeft afgeletterd, wordt in Teamleader op betaald gezet.
• Vanzelf, als je dat wilt: elke paar minuten tot één keer per dag, zolang je browser draait.
• Een voorbeeld toont elke boeking vooraf. Een rapport vergelijkt beide kanten over een periode.

Je hebt een account bij Teamleader Focus en bij Exact Online nodig, en bij beide een eigen app; de installatie helpt je daar in enkele minuten doorheen. Boekbrug werkt alleen in je browser: geen server, geen telemetrie. In het Nederlands, Frans, Duits en Engels.`,
  fr: `Boekbrug se place à côté de Teamleader Focus et d’Exact Online. La liste des factures de Teamleader reçoit un bouton de synchronisation et un badge sur chaque ligne. Un clic comptabilise clients, factures et notes de crédit comme écritures de vente dans Exact Online.

• Une seule fois : avant toute écriture, les livres sont lus. Ce qui s’y trouve déjà est reconnu et n’est jamais comptabilisé une seconde fois.
• Au centime près : net, TVA par taux et total sont égaux à ceux de Teamleader avant l’envoi, et comparés à nouveau après. Si ce n’est pas possible, rien n’est comptabilisé et la raison est indiquée.
• Visiblement : chaque document dit s’il est comptabilisé, en attente ou à vérifier, avec la cause et le remède.
• Les paiements reviennent : ce qu’Exact a lettré est marqué comme payé dans Teamleader.
• Automatiquement, si vous le souhaitez : de toutes les quelques minutes à une fois par jour, tant que votre navigateur est ouvert.
• Un aperçu montre chaque écriture à l’avance. Un rapport compare les deux côtés sur une période.

Il vous faut un compte Teamleader Focus et un compte Exact Online, ainsi que votre propre app chez chacun ; la configuration vous guide en quelques minutes. Boekbrug fonctionne uniquement dans votre navigateur : ni serveur, ni télémétrie. En français, néerlandais, allemand et anglais.`,
  de: `Boekbrug steht neben Teamleader Focus und Exact Online. Die Rechnungsliste von Teamleader erhält eine Schaltfläche zum Synchronisieren und in jeder Zeile einen Hinweis. Ein Klick bucht Kunden, Rechnungen und Gutschriften als Verkaufsbuchungen in Exact Online.

• Einmal: Bevor etwas geschrieben wird, werden die Bücher gelesen. Was dort schon steht, wird erkannt und nie ein zweites Mal gebucht.
• Auf den Cent: Netto, MwSt. je Satz und Summe sind gleich denen von Teamleader, bevor eine Buchung gesendet wird, und werden danach erneut verglichen. Geht das nicht, wird nichts gebucht, und Sie lesen, warum.
• Sichtbar: Jeder Beleg sagt, ob er gebucht ist, wartet oder zu prüfen ist, mit Ursache und Abhilfe.
• Zahlungen kommen zurück: Was Exact ausgeglichen hat, wird in Teamleader als bezahlt gesetzt.
• Von selbst, wenn Sie wollen: alle paar Minuten bis einmal am Tag, solange Ihr Browser läuft.
• Eine Vorschau zeigt jede Buchung vorher. Ein Bericht vergleicht beide Seiten für einen Zeitraum.

Sie brauchen je ein Konto bei Teamleader Focus und Exact Online und bei beiden eine eigene App; die Einrichtung führt Sie in wenigen Minuten hin. Boekbrug arbeitet nur in Ihrem Browser: kein Server, keine Telemetrie. Auf Deutsch, Englisch, Niederländisch und Französisch.`,
};
