import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  code,
  dateInBody,
  entityOf,
  exactErrorText,
  expanded,
  guidLiteral,
  int64Literal,
  listOf,
  odataDate,
  odataMoment,
  textLiteral,
  timeLiteral,
} from '../../../lib/exact/odata.ts';

describe('dates', () => {
  it.each([
    ['/Date(1767225600000)/', '2026-01-01'],
    ['/Date(951782400000)/', '2000-02-29'],
    ['/Date(-86400000)/', '1969-12-31'],
    ['/Date(1767225600000+0100)/', '2026-01-01'],
  ])('%s is read as %s', (wire, date) => {
    expect(odataDate.parse(wire)).toBe(date);
  });

  it.each(['2026-01-01', 'Date(1)', '/Date()/', '/Date(x)/', ''])('%s is not a date', (wire) => {
    expect(odataDate.safeParse(wire).success).toBe(false);
  });

  it('go back as they came', () => {
    const moment = odataMoment.parse('/Date(1780315200123)/');
    expect(moment).toBe('2026-06-01T12:00:00.123Z');
    expect(timeLiteral(moment)).toBe("datetime'2026-06-01T12:00:00.123'");
    expect(timeLiteral('2026-06-01')).toBe("datetime'2026-06-01'");
    expect(dateInBody('2026-06-01')).toBe('2026-06-01T00:00:00');
  });
});

describe('literals', () => {
  it('are quoted', () => {
    expect(textLiteral("Café 't Hof")).toBe("'Café ''t Hof'");
    expect(guidLiteral('8c9b1f0e-5d0a-4a57-9a55-2f1d7f1c0b42')).toBe("guid'8c9b1f0e-5d0a-4a57-9a55-2f1d7f1c0b42'");
    expect(int64Literal('12345678901')).toBe('12345678901L');
  });
});

describe('envelopes', () => {
  const row = z.object({ Code: code });

  it('of lists come in two forms', () => {
    const next = 'https://start.exactonline.be/api/v1/7/x?$skiptoken=1';
    expect(listOf(row).parse({ d: { results: [{ Code: '70  ' }], __next: next } })).toEqual({
      rows: [{ Code: '70' }],
      next,
    });
    expect(listOf(row).parse({ d: { results: [] } })).toEqual({ rows: [], next: null });
    expect(listOf(row).parse({ d: [{ Code: '70' }] })).toEqual({ rows: [{ Code: '70' }], next: null });
    expect(listOf(row).safeParse({ d: { Code: '70' } }).success).toBe(false);
  });

  it('of an entity', () => {
    expect(entityOf(row).parse({ d: { Code: '  12' } })).toEqual({ Code: '12' });
  });

  it('of rows within a row', () => {
    expect(expanded(row).parse({ results: [{ Code: '1' }] })).toEqual([{ Code: '1' }]);
    expect(expanded(row).parse([{ Code: '1' }])).toEqual([{ Code: '1' }]);
    expect(expanded(row).parse({ __deferred: { uri: 'https://...' } })).toBeNull();
  });
});

describe('the words of a refusal', () => {
  it('are found where there are any', () => {
    const body = '{"error":{"code":"","message":{"lang":"","value":"Mandatory: Journal "}}}';
    expect(exactErrorText(body)).toBe('Mandatory: Journal');
    expect(exactErrorText('<html>')).toBe('');
    expect(exactErrorText('{}')).toBe('');
  });
});
