import { describe, expect, it } from 'vitest';
import { nextAccountCode } from '../../../lib/accounting/account-code.ts';
import { account } from './builders.ts';

describe('nextAccountCode', () => {
  it.each<[string, readonly string[], string]>([
    ['the first', [], '1'],
    ['one more than the largest, padded or not', ['                42', '7', ' 41'], '43'],
    ['not after a code that is no number', ['12', 'PEETERS', '1.5'], '13'],
    ['not after a number that is no sequence', ['12', '403227515000'], '13'],
  ])('is %s', (_, codes, next) => {
    expect(nextAccountCode(codes.map((code) => account({ code })))).toBe(next);
  });
});
