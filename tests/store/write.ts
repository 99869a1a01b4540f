/** `npm run store`: writes the pages for the stores anew, after a text has changed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STORE_FOLDER, storePages } from './pages.ts';

for (const [name, content] of storePages()) {
  const file = join(STORE_FOLDER, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
