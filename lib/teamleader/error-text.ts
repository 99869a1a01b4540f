import { z } from 'zod';
import { readAnswer } from '../http/answer.ts';

const errorsSchema = z.object({ errors: z.array(z.object({ title: z.string() })) });

/** Teamleader's own words in a refusal, for display only; empty where there are none. */
export function teamleaderErrorText(body: string): string {
  const read = readAnswer(body, errorsSchema);
  return read.ok ? read.value.errors.map(({ title }) => title).join(' · ') : '';
}
