import { expect, it } from 'vitest';
import {
  isStepDone,
  reloadStep,
  STEPS,
  type StepName,
  tooFewJournals,
  waitOf,
} from '../../../entrypoints/popup/steps.ts';
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

const VAT_CODES = [{ value: '4', label: '4 · Sales 21%', unusable: null }];
const ACCOUNTS = [{ value: '700000', label: '700000 · Sales', unusable: null }];
const LINK = { taxRateId: 't', label: '21%', use: null, vatCodes: VAT_CODES, isMargin: false };
const vatLinks = [LINK];

/** With everything to choose from, but what is given. */
function chosenWith(choices: Partial<SetupView['choices']>): SetupView {
  const one = [{ value: '1', label: 'One', unusable: null }];
  const two = [...one, { value: '2', label: 'Two', unusable: null }];
  const whole = { companyEntities: one, divisions: one, journals: two, vatLinks, glAccounts: ACCOUNTS, paymentTerms };
  return {
    ...withDraft({ companyEntityId: 'entity', divisionCode: 1 }),
    choices: { ...whole, ...choices },
  };
}

it('says what the mapping waits for: a choice, the lists, a service that does not give them, or one that gives none', () => {
  const chosen = withDraft({ companyEntityId: 'entity', divisionCode: 1 });
  expect(waitOf(withDraft({ divisionCode: 1 }), 'vat', true)).toBe('needsDivision');
  expect(waitOf(chosen, 'vat', true)).toBe('loading');
  expect(waitOf(chosen, 'vat', false)).toBe('nothingThere');
  expect(waitOf({ ...chosen, choicesProblem: { type: 'unreachable', service: 'exact' } }, 'vat', false)).toBe(
    'needsLists',
  );
  expect(waitOf(chosenWith({}), 'accounts', false)).toBeNull();
  expect(waitOf(chosenWith({ vatLinks: [{ ...LINK, vatCodes: [] }] }), 'vat', false)).toBe('nothingThere');
  expect(waitOf({ ...FRESH, choices: { ...FRESH.choices, paymentTerms } }, 'terms', false)).toBe('needsDivision');
});

it('keeps nobody from choosing what is in no list, as how an entry is like', () => {
  expect(waitOf(chosenWith({ glAccounts: [] }), 'terms', true)).toBe('loading');
  expect(waitOf(chosenWith({ glAccounts: [] }), 'terms', false)).toBeNull();
});

it.each([
  ['nothing where nothing lacks', {}, null],
  ['the first step that lacks a list', { companyEntities: [], divisions: [], glAccounts: [] }, 'entity'],
  ['the division without journals, whatever else it lacks', { journals: [], vatLinks: [], glAccounts: [] }, 'division'],
  ['the VAT codes', { vatLinks: [], glAccounts: [] }, 'vat'],
  ['the accounts', { glAccounts: [] }, 'accounts'],
])('offers to read the lists again once, at %s', (_, choices, step) => {
  expect(reloadStep(chosenWith(choices), false)).toBe(step);
});

it('leaves reading the lists again to the notice of why they could not be read', () => {
  const view = chosenWith({ journals: [], vatLinks: [], glAccounts: [] });
  expect(reloadStep({ ...view, choicesProblem: { type: 'unreachable', service: 'exact' } }, false)).toBeNull();
});

it('does not miss the journals of a division whose lists are still coming', () => {
  const chosen = chosenWith({ journals: [] });
  expect(tooFewJournals(chosen, false)).toBe(0);
  expect(tooFewJournals(chosen, true)).toBeNull();
  expect(reloadStep(chosen, true)).toBeNull();
});
