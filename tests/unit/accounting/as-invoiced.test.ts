/** What we book is never told as a difference: not of any case, and not of any document that is generated. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReferenceData, SalesDocument } from '../../../lib/accounting/facts.ts';
import { isAsInvoiced } from '../../../lib/accounting/postings-by-rate.ts';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import { must, standing, surroundings } from './builders.ts';
import { connectionOf, documentOf, readCase, referenceOf, surroundingsOf } from './case-file.ts';
import { aDocumentInAnyWay, GENERATED_CONNECTION, GENERATED_REFERENCE } from './generated-documents.ts';

const FOLDER = new URL('../../cases/', import.meta.url);

const ratesIn = ({ vatCodes }: ReferenceData) => new Map(vatCodes.map(({ code, rate }) => [code, rate]));

const cases = globSync('**/*.yaml', { cwd: FOLDER }).flatMap((file) => {
  const told = readCase(readFileSync(new URL(file, FOLDER), 'utf8'));
  const document = documentOf(told);
  const reference = referenceOf(told);
  const planned = planEntry(document, reference, connectionOf(told), surroundingsOf(told));
  return planned.ok ? [{ file, document, reference, entry: planned.value }] : [];
});

describe('an entry of ours says what was invoiced', () => {
  it.each(cases)('$file', ({ document, reference, entry }) => {
    expect(isAsInvoiced(document, standing(entry), ratesIn(reference))).toBe(true);
  });

  it('whatever the document', () => {
    const says = (document: SalesDocument, lines: 'grouped' | 'each'): void => {
      const connection = { ...GENERATED_CONNECTION, lines };
      const entry = must(planEntry(document, GENERATED_REFERENCE, connection, surroundings()));
      expect(isAsInvoiced(document, standing(entry), ratesIn(GENERATED_REFERENCE))).toBe(true);
    };
    fc.assert(fc.property(aDocumentInAnyWay, fc.constantFrom('grouped', 'each'), says), { numRuns: 500 });
  });
});
