/** Each cause is brought about over HTTP against the stand-ins, and what is told of it is whole in each language. F1. */
import { afterEach, expect, it } from 'vitest';
import { describeLogin } from '../../lib/i18n/describe.ts';
import { describePaymentCause } from '../../lib/i18n/describe-payment.ts';
import { textsFor } from '../../lib/i18n/tables.ts';
import { type PaymentCause, paymentCauseSchema } from '../../lib/payment.ts';
import { causesOf, nameOf, type Told } from '../causes/case.ts';
import { STANDING_CASES, standingIn } from '../causes/import-standings.ts';
import { CASES } from '../causes/index.ts';
import { startWorld, type World } from './sync/world.ts';

const LANGUAGES = ['en', 'nl-BE', 'fr-BE', 'de'];

let world: World | null = null;

afterEach(async () => {
  await world?.sandbox.close();
  expect(world?.sandbox.defects ?? []).toEqual([]);
  world = null;
});

const isPaymentCause = (told: Told): told is PaymentCause => paymentCauseSchema.safeParse(told).success;

function wordsOf(told: Told, language: string): string {
  const texts = textsFor(language);
  if (!isPaymentCause(told)) return describeLogin(told, texts, language);
  const { text, fix } = describePaymentCause(told, texts, language);
  return `${text} ${fix}`;
}

it.each(Object.entries(CASES))('%s happens', async (name, brought) => {
  world = await startWorld({ documents: 1, ...brought.options });
  const causes = await causesOf(brought, world);
  expect(causes.map(nameOf)).toEqual([name]);
  for (const cause of causes)
    for (const language of LANGUAGES) expect(wordsOf(cause, language)).not.toMatch(/\{\w+\}|undefined|\[object|NaN/);
});

it.each(Object.entries(STANDING_CASES))('of an import: %s', async (name, brought) => {
  world = await startWorld({ documents: 20 });
  const standing = await standingIn(brought, world);
  expect(standing !== null && 'why' in standing ? `${standing.is} ${standing.why}` : standing).toBe(name);
});
