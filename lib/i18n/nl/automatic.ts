import type { AutomaticTexts } from '../en/automatic.ts';

export const automatic: AutomaticTexts = {
  other: {
    question:
      'Werkt de eigen koppeling van Teamleader met Exact, of de Accounting Connector Booster, voor deze bedrijfsentiteit?',
    answers: { off: 'Nee, ze staat uit of stond nooit aan', active: 'Ja, ze staat aan' },
    active:
      'Samen zouden ze elke factuur twee keer boeken. Zet de andere uit in Teamleader, onder Instellingen, Bedrijfsinformatie, de bedrijfsentiteit, tabblad Boekhouding. Zeg het daarna hier.',
    seen: 'Boekingen die iemand anders de laatste maand in deze dagboeken maakte: {count}, de laatste van {date}. Heeft niemand ze met de hand gemaakt, dan werkt er nog een koppeling.',
    notSeen: 'Geen spoor ervan: de laatste maand maakte niemand anders een boeking in deze dagboeken.',
  },
  automatic: {
    label: 'Vanzelf synchroniseren',
    hint: 'Zolang je browser draait; na een pauze haalt het in. Je hoort het als er iets geboekt is of iets jou nodig heeft.',
    off: 'Alleen als ik het start',
    howOften: 'Hoe vaak',
    every: {
      5: 'Elke 5 minuten',
      15: 'Elk kwartier',
      60: 'Elk uur',
      240: 'Elke 4 uur',
      1440: 'Eén keer per dag',
    },
    caughtUp: 'Ingehaald sinds {time}.',
    hoursLabel: 'Uren',
    hours: {
      always: 'Op elk moment',
      working: 'Maandag tot vrijdag, 7 tot 19 uur',
    },
    locked: 'Op slot totdat',
    locks: {
      notSaved: 'de instellingen bewaard zijn',
      firstSyncMissing: 'een synchronisatie die je zelf startte, goed is afgelopen',
      otherIntegrationNotOff: 'je gezegd en bewaard hebt dat de eigen koppeling van Teamleader met Exact uit staat',
    },
    saveFirst: 'Bewaar eerst de instellingen.',
    firstSync: 'Boekt wat vanaf {date} gedateerd is. Bekijk wat er geboekt is voor je het vanzelf laat gaan.',
    firstSyncDone: 'Goed afgelopen: {time}.',
  },
};
