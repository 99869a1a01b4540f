import { describe, expect, it } from 'vitest';
import { odataDate, odataMoment } from '../../../lib/exact/odata.ts';

describe('a date of Exact', () => {
  it.each([
    ['/Date(1767222000000+0100)/', '2026-01-01'],
    ['/Date(1767243600000-0500)/', '2026-01-01'],
    ['/Date(1767225600000)/', '2026-01-01'],
    ['/Date(-86400000)/', '1969-12-31'],
  ])('%s is %s', (text, day) => {
    expect(odataDate.parse(text)).toBe(day);
  });

  it('is a moment in UTC where it tells one', () => {
    expect(odataMoment.parse('/Date(1767222000000+0100)/')).toBe('2025-12-31T23:00:00.000Z');
  });

  it.each(['2026-01-01', '/Date()/', '/Date(1767222000000+01)/'])('is not %s', (text) => {
    expect(odataDate.safeParse(text).success).toBe(false);
  });
});
