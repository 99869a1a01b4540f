import type { PreferencesTexts } from '../en/preferences.ts';

export const preferences: PreferencesTexts = {
  preferences: {
    title: 'Sprache und Benachrichtigungen',
    language: 'Sprache',
    asBrowser: 'Wie der Browser',
    languageHint: 'Auch in den Seiten von Teamleader. Ohne Wahl spricht Boekbrug dort wie die Seite.',
    notify: 'Benachrichtigungen',
    notifyWhen: {
      all: 'Nach jeder Synchronisierung, die ich starte oder die Neues hat',
      problems: 'Nur wenn etwas zu prüfen ist',
      none: 'Keine; die Zahl auf dem Symbol sagt es',
    },
    keepHistory: 'Verlauf aufbewahren',
    months: '{count} Monate',
    forGood: 'Für immer',
    keepHistoryHint:
      'Was geschrieben wurde, wird vergessen, sobald es älter ist. In Teamleader und Exact geht nichts verloren, und was noch kein bekanntes Ende hat, bleibt. Die letzten fünfzig Synchronisierungen bleiben in jedem Fall.',
  },
  settingsFile: {
    title: 'Einstellungen als Datei',
    text: 'Für einen anderen Browser, oder zur Sicherheit. Passwörter, Geheimnisse und Anmeldungen stehen nicht darin.',
    save: 'Einstellungen als Datei speichern',
    load: 'Einstellungen aus einer Datei nehmen',
    loadHint:
      'Sie werden in die Einrichtung gestellt. Am Buchen ändert sich nichts, bevor Sie sie dort gesehen und gespeichert haben.',
    taken: 'Die Einstellungen stehen in der Einrichtung. Sehen Sie sie dort an, und speichern Sie.',
    fileName: 'boekbrug-einstellungen',
    problems: {
      notJson:
        'Dies ist keine Datei mit Einstellungen. Wählen Sie die Datei, die Boekbrug gespeichert hat, unverändert.',
      notOurs: 'Diese Datei ist nicht von Boekbrug. Wählen Sie eine Datei, die Boekbrug gespeichert hat.',
      newer:
        'Eine spätere Version von Boekbrug hat diese Datei gespeichert. Aktualisieren Sie Boekbrug, und nehmen Sie sie dann erneut.',
      wrongField:
        'Nichts wurde übernommen: „{field}“ in der Datei ist nicht so, wie Boekbrug es speichert. Speichern Sie die Datei dort erneut, wo sie herkommt.',
    },
  },
  diagnostics: {
    text: 'Für alle, die Ihnen helfen: Versionen, Berechtigungen, Arten der Einstellungen, und wie oft etwas gut oder schlecht ausging. Keine Namen, Nummern, Beträge, Schlüssel oder Anmeldungen.',
    save: 'Diagnosedatei speichern',
    fileName: 'boekbrug-diagnose',
  },
  attention: {
    title: 'Zu prüfen',
    none: 'Nichts zu prüfen.',
  },
  about: {
    version: 'Version {version}.',
  },
};
