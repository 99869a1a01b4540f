/** A case that produces it for each cause, and for each reason of one: TypeScript misses the one that lacks. */
import type { Case, CaseName } from './case.ts';
import { DOCUMENT_WRONG } from './document-wrong.ts';
import { IMPORTS } from './imports.ts';
import { LOG_INS } from './log-ins.ts';
import { PAYMENTS } from './payments.ts';
import { READ_BACK_DIFFERS } from './read-back-differs.ts';
import { SET_UP_WRONG } from './set-up-wrong.ts';
import { STORAGE } from './storage.ts';
import { WAY } from './way.ts';

export const CASES: Readonly<Record<CaseName, Case>> = {
  ...SET_UP_WRONG,
  ...DOCUMENT_WRONG,
  ...READ_BACK_DIFFERS,
  ...WAY,
  ...STORAGE,
  ...PAYMENTS,
  ...IMPORTS,
  ...LOG_INS,
};
