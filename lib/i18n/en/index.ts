import type { Worded } from '../worded.ts';
import { causeDetails } from './cause-details.ts';
import { causes } from './causes.ts';
import { home } from './home.ts';
import { options } from './options.ts';
import { page } from './page.ts';
import { rights } from './rights.ts';
import { setup } from './setup.ts';

/** What people read, in English: the complete table, whose shape the others share. */
export const en = { ...page, ...causes, ...causeDetails, ...rights, ...setup, ...home, ...options };

export type Texts = Worded<typeof en>;
