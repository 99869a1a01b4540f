/** One named file for each kind of document that a bookkeeper may meet: tests/cases. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import { connectionOf, documentOf, readCase, referenceOf, surroundingsOf, toldOf, wantedOf } from './case-file.ts';

const FOLDER = new URL('../../cases/', import.meta.url);
const files = globSync('**/*.yaml', { cwd: FOLDER }).toSorted();

describe('the cases', () => {
  it('are many', () => {
    expect(files.length).toBeGreaterThanOrEqual(150);
  });

  it.each(files)('%s', (file) => {
    const told = readCase(readFileSync(new URL(file, FOLDER), 'utf8'));
    const planned = planEntry(documentOf(told), referenceOf(told), connectionOf(told), surroundingsOf(told));
    if (told.blocked === undefined) {
      expect(planned.ok ? toldOf(planned.value) : planned.error).toEqual(wantedOf(told));
    } else {
      expect(planned.ok ? toldOf(planned.value) : planned.error).toEqual(told.blocked);
    }
  });
});
