import { expect, it } from 'vitest';
import { isStepDone, STEPS, type StepName } from '../../../entrypoints/popup/steps.ts';
import type { SetupView } from '../../../lib/messages.ts';
import { FRESH } from './view.ts';

const done = (view: SetupView): readonly StepName[] =>
  STEPS.filter((step) => isStepDone(step, view)).map(({ name }) => name);

const loggedIn: SetupView = { ...FRESH, problems: ['divisionMissing', 'vatLinksMissing', 'revenueAccountMissing'] };
const paymentTerms = [{ term: { type: 'cash' }, condition: null }] as const;

it('does not tick the payment terms before there is a division whose conditions they become', () => {
  const before = { ...loggedIn, choices: { ...FRESH.choices, paymentTerms } };
  expect(done(before)).toEqual(['teamleader', 'exact', 'entity']);
  const glAccounts = [{ value: '700000', label: '700000 · Sales', unusable: null }];
  const after = { ...before, choices: { ...before.choices, glAccounts } };
  expect(done(after)).toEqual(['teamleader', 'exact', 'entity', 'terms']);
});
