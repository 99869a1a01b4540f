import { describe, expect, it } from 'vitest';
import { RepeatedRefusals } from '../../../lib/sync/repeated-refusals.ts';

describe('a refusal that is not understood', () => {
  it.each([
    ['in the same words', 'Niet nu.', 'Niet nu.'],
    ['of another number', 'Not now: 26000012.', 'Not now: 26000013.'],
    ['of another id', 'Account b79e5726-8836-4e59-91de-7e05fd3c791a', 'Account 0c1f77aa-0b66-4f3c-9c52-1d8de2b7aa01'],
    ['of another name', 'Mandatory for Peeters: manager', 'Mandatory for Claes BV: manager'],
  ])('is taken for a shared cause when it comes again %s', (_, first, second) => {
    const refusals = new RepeatedRefusals();
    expect(refusals.isRepeated(first, ['Peeters', null])).toBe(false);
    expect(refusals.isRepeated(second, ['Claes BV', ''])).toBe(true);
  });

  it('is no other one', () => {
    const refusals = new RepeatedRefusals();
    expect(refusals.isRepeated('Mandatory: manager', [])).toBe(false);
    expect(refusals.isRepeated('Mandatory: folder', [])).toBe(false);
  });

  it('names the longest name as a whole', () => {
    const refusals = new RepeatedRefusals();
    expect(refusals.isRepeated('Of Claes BV: no', ['Claes', 'Claes BV'])).toBe(false);
    expect(refusals.isRepeated('Of Maes: no', ['Maes'])).toBe(true);
  });
});
