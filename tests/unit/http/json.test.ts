import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAnswer } from '../../../lib/http/answer.ts';
import { decimal, integer, parseJson, stringifyJson } from '../../../lib/http/json.ts';

describe('numbers in JSON', () => {
  it('arrive as they were written', () => {
    expect(parseJson('{"a":0.10,"b":[123456789012345678.99,-1e3],"c":"7","d":null,"e":true}')).toEqual({
      a: '0.10',
      b: ['123456789012345678.99', '-1e3'],
      c: '7',
      d: null,
      e: true,
    });
  });

  it('become decimals without loss', () => {
    expect(decimal.parse(parseJson('123456789012345678.99')).toFixed()).toBe('123456789012345678.99');
    expect(decimal.parse('600').toFixed()).toBe('600');
    expect(decimal.parse('1.5E-3').toFixed()).toBe('0.0015');
    expect(decimal.safeParse('').success).toBe(false);
    expect(decimal.safeParse('1,5').success).toBe(false);
    expect(decimal.safeParse('1e999').success).toBe(false);
  });

  it('become whole numbers only when they are', () => {
    expect(integer.parse('600')).toBe(600);
    expect(integer.safeParse('6.5').success).toBe(false);
    expect(integer.safeParse('9007199254740993').success).toBe(false);
  });

  it('are written digit by digit', () => {
    const body = {
      amount: new Big('0.10'),
      large: new Big('123456789012345678.99'),
      lines: [{ net: new Big('-1e-7') }],
    };
    expect(stringifyJson(body)).toBe('{"amount":0.1,"large":123456789012345678.99,"lines":[{"net":-0.0000001}]}');
    expect(stringifyJson({ a: undefined, b: null, c: 3, d: 'x' })).toBe('{"b":null,"c":3,"d":"x"}');
  });
});

describe('an answer', () => {
  const schema = z.object({
    d: z.union([z.object({ results: z.array(z.object({ Code: integer })) }), z.array(z.string())]),
  });

  it('that does not parse is told by path and fault, never by content', () => {
    const read = readAnswer('{"d":{"results":[{"Code":1},{"Code":"Jan Peeters"}]}}', schema);
    expect(read).toEqual({ ok: false, error: { kind: 'notUnderstood', detail: 'd.results.1.Code: invalid_format' } });
  });

  it('that is not JSON is not understood', () => {
    expect(readAnswer('<html>', schema)).toEqual({
      ok: false,
      error: { kind: 'notUnderstood', detail: 'answer: not JSON' },
    });
  });
});
