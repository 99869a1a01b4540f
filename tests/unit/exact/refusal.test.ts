import { describe, expect, it } from 'vitest';
import { readRefusal } from '../../../lib/exact/refusal.ts';

describe('the text of a refusal', () => {
  it.each([
    ['entryNumberTaken', 'Already exists - Entry number: 20260027, Journal: 70'],
    ['entryNumberTaken', 'Bestaat reeds - Boekstuknummer: 20260027, Dagboek: 70'],
    ['entryNumberTaken', 'Existe déjà - Numéro de pièce: 20260027, Journal: 70'],
    ['entryNumberTaken', 'Bereits vorhanden - Buchungsnummer: 20260027, Journal: 70'],
    ['financialYearMissing', 'Unknown: Financial year (Period-date table)'],
    ['financialYearMissing', 'Onbekend: Boekjaar (Periode/datum-tabel)'],
    ['financialYearMissing', 'Inconnu: Exercice (Tableau des périodes)'],
    ['financialYearMissing', 'Unbekannt: Geschäftsjahr (Periodentabelle)'],
    ['periodClosed', 'Period closed: 2026 - 3'],
    ['periodClosed', 'Periode is afgesloten: 2026 - 3'],
    ['periodClosed', 'Période clôturée: 2026 - 3'],
    ['periodClosed', 'Periode ist abgeschlossen: 2026 - 3'],
    ['periodClosed', 'The financial year 2025 is closed.'],
    ['customerInvalid', 'Invalid: Customer (Type)'],
    ['customerInvalid', 'Ongeldig: Klant (Type)'],
    ['customerInvalid', 'Non valide: Client (Type)'],
    ['customerInvalid', 'Ungültig: Kunde (Typ)'],
    ['journalBlocked', 'Journal 70 is blocked.'],
    ['journalBlocked', 'Dagboek 70 is geblokkeerd.'],
    ['journalBlocked', 'Le journal 70 est bloqué.'],
    ['journalBlocked', 'Journal 70 ist gesperrt.'],
  ])('means %s: %s', (refusal, text) => {
    expect(readRefusal(text)).toBe(refusal);
  });

  it.each([
    '',
    'Mandatory: Journal',
    'Invalid reference: Journals',
    'Account blocked: Journal Media NV',
    'G/L Account 7000 is blocked, Journal: 70',
    'Not found: Account (12) - G/L Account: Sales',
    'Already exists - Code: 12',
    'Période: 3',
  ])('is not read more into: %s', (text) => {
    expect(readRefusal(text)).toBe('other');
  });
});
