/** `npm run store`: writes the pages for the stores anew, after a text has changed; with `--pictures`, draws theirs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { STORE_FOLDER, storePages } from './pages.ts';
import { drawPictures } from './pictures.ts';

const { values } = parseArgs({ options: { pictures: { type: 'boolean', default: false } } });

for (const [name, content] of storePages()) {
  const file = join(STORE_FOLDER, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
if (values.pictures) await drawPictures(join('screenshots', 'store'));
