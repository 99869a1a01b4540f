import { expect, it } from 'vitest';
import { isStepDone, STEPS, type StepName, waitOf } from '../../../entrypoints/popup/steps.ts';
import type { SetupView } from '../../../lib/messages.ts';
import { FRESH, withDraft } from './view.ts';

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

it('says what the mapping waits for: a choice, the lists, a service that does not give them, or one that gives none', () => {
  const chosen = withDraft({ companyEntityId: 'entity', divisionCode: 1 });
  expect(waitOf(withDraft({ divisionCode: 1 }), 'vatLinks', true)).toBe('needsDivision');
  expect(waitOf(chosen, 'vatLinks', true)).toBe('loading');
  expect(waitOf(chosen, 'vatLinks', false)).toBe('nothingThere');
  expect(waitOf({ ...chosen, choicesProblem: { type: 'unreachable', service: 'exact' } }, 'vatLinks', false)).toBe(
    'needsLists',
  );
  const glAccounts = [{ value: '700000', label: '700000 · Sales', unusable: null }];
  expect(waitOf({ ...chosen, choices: { ...chosen.choices, glAccounts } }, 'glAccounts', false)).toBeNull();
});
