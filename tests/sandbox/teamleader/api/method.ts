import type { z } from 'zod';
import type { Business, BusinessUser } from '../../business/business.ts';
import type { SandboxAnswer, Switches } from '../../contract.ts';
import { refusal } from '../answers.ts';
import type { Downloads } from '../downloads.ts';
import type { OpenLedger } from '../ledger/ledger.ts';
import { readBody } from './read-body.ts';

/** What a method works on. */
export interface Call {
  readonly business: Business;
  readonly switches: Switches;
  readonly ledger: OpenLedger;
  readonly downloads: Downloads;
  /** Whose token was sent. */
  readonly user: BusinessUser;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Notes what the real service swallows in silence. */
  defect(text: string): void;
}

export interface Method {
  readonly name: string;
  answer(body: unknown, call: Call): SandboxAnswer;
}

/** A method of the API: its name, the body it knows, and what it does with it. */
export function method<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  run: (body: z.output<Schema>, call: Call) => SandboxAnswer,
): Method {
  return {
    name,
    answer: (given, call) => {
      const read = readBody(schema, given);
      for (const part of read.ignored) call.defect(part);
      return read.ok ? run(read.body, call) : refusal(400, ...read.errors);
    },
  };
}

export const notFound = (what: string): SandboxAnswer => refusal(404, { title: `${what} not found` });
