import type { Texts } from '../en/index.ts';
import { automatic } from './automatic.ts';
import { causeDetails } from './cause-details.ts';
import { causes } from './causes.ts';
import { connections } from './connections.ts';
import { csv } from './csv.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { inPage } from './in-page.ts';
import { keys } from './keys.ts';
import { options } from './options.ts';
import { page } from './page.ts';
import { payments } from './payments.ts';
import { preferences } from './preferences.ts';
import { preview } from './preview.ts';
import { privacy } from './privacy.ts';
import { reports } from './reports.ts';
import { rights } from './rights.ts';
import { setup } from './setup.ts';
import { writes } from './writes.ts';

export const de: Texts = {
  ...automatic,
  ...page,
  ...inPage,
  ...causes,
  ...causeDetails,
  ...privacy,
  ...reports,
  ...rights,
  ...setup,
  ...home,
  ...connections,
  ...options,
  ...csv,
  ...keys,
  ...imports,
  ...payments,
  ...preferences,
  ...preview,
  ...writes,
};
