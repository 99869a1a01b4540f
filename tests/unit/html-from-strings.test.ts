/** What the linter must refuse in the product: HTML and code that are made from strings. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const RULE = 'html-from-strings.grit';

const REFUSED = [
  'element.innerHTML = text;',
  'element.innerHTML += text;',
  "element['innerHTML'] = text;",
  'element.outerHTML = text;',
  'frame.srcdoc = text;',
  "element.insertAdjacentHTML('beforeend', text);",
  'element.setHTMLUnsafe(text);',
  'range.createContextualFragment(text);',
  "parser.parseFromString(text, 'text/html');",
  'document.write(text);',
  'eval(text);',
  'new Function(text);',
];

/** Those of the lines that the rule refuses. */
function refused(lines: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'boekbrug-lint-'));
  try {
    copyFileSync(join(ROOT, RULE), join(folder, RULE));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ plugins: [`./${RULE}`] }));
    writeFileSync(join(folder, 'page.ts'), `${lines.join('\n')}\n`);
    const options = [`--config-path=${folder}`, '--max-diagnostics=none', '--reporter=github', folder];
    const { stdout } = spawnSync('biome', ['lint', ...options], { encoding: 'utf8' });
    const told = [...stdout.matchAll(/line=(\d+),[^\n]*No HTML and no code from strings/g)];
    return told.map(([, line]) => lines[Number(line) - 1] ?? '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('is refused in every form, and nothing else is', () => {
  expect(refused([...REFUSED, 'element.textContent = text;', 'element.append(text);'])).toEqual(REFUSED);
});

it('is looked for in all of the product', () => {
  const { overrides } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  expect(overrides).toContainEqual({ includes: ['lib/**', 'components/**', 'entrypoints/**'], plugins: [`./${RULE}`] });
});
