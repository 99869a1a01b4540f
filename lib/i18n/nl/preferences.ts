import type { PreferencesTexts } from '../en/preferences.ts';

export const preferences: PreferencesTexts = {
  preferences: {
    title: 'Taal en meldingen',
    language: 'Taal',
    asBrowser: 'Zoals de browser',
    languageHint: 'Ook in de pagina’s van Teamleader. Zonder keuze spreekt Boekbrug daar zoals de pagina.',
    notify: 'Meldingen',
    notifyWhen: {
      all: 'Na elke synchronisatie die ik start, of die nieuws heeft',
      problems: 'Alleen wanneer iets mij nodig heeft',
      none: 'Geen; het getal op het symbool zegt het',
    },
    keepHistory: 'Geschiedenis bewaren',
    months: '{count} maanden',
    forGood: 'Voor altijd',
    keepHistoryHint:
      'Wat geschreven werd, wordt vergeten zodra het ouder is. In Teamleader en Exact gaat niets verloren, en wat nog geen bekend einde heeft, blijft. De laatste vijftig synchronisaties blijven in elk geval.',
  },
  settingsFile: {
    title: 'Instellingen als bestand',
    text: 'Voor een andere browser, of voor de zekerheid. Er staat geen wachtwoord, geheim of aanmelding in.',
    save: 'Instellingen als bestand bewaren',
    load: 'Instellingen uit een bestand nemen',
    loadHint:
      'Ze komen in de instellingen te staan. Aan het boeken verandert niets voordat je ze daar bekeken en opgeslagen hebt.',
    taken: 'De instellingen staan klaar. Bekijk ze in het overzicht, en sla ze op.',
    fileName: 'boekbrug-instellingen',
    problems: {
      notJson: 'Dit is geen bestand met instellingen. Kies het bestand dat Boekbrug bewaarde, ongewijzigd.',
      notOurs: 'Dit bestand is niet van Boekbrug. Kies een bestand dat Boekbrug bewaarde.',
      newer: 'Een latere versie van Boekbrug bewaarde dit bestand. Werk Boekbrug bij en neem het dan opnieuw.',
      wrongField:
        'Er is niets overgenomen: “{field}” in het bestand is niet zoals Boekbrug het bewaart. Bewaar het bestand opnieuw waar het vandaan komt.',
    },
  },
  diagnostics: {
    text: 'Voor wie je helpt: versies, rechten, soorten instellingen, en hoe vaak iets goed of fout ging. Geen namen, nummers, bedragen, sleutels of aanmeldingen.',
    save: 'Diagnosebestand bewaren',
    fileName: 'boekbrug-diagnose',
  },
  attention: {
    title: 'Vraagt aandacht',
    none: 'Niets vraagt aandacht.',
  },
  about: {
    version: 'Versie {version}.',
  },
};
