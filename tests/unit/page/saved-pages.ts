/** Pages of Teamleader, trimmed and without personal data, named by date, page, layout and language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, 'pages');

/** What is read of the page; it stands in the file's first line. */
const expectedSchema = z.object({
  path: z.string(),
  page: z.enum(['list', 'detail']),
  kind: z.enum(['invoice', 'creditNote']),
  strategy: z.string().nullable(),
  toolbar: z.boolean(),
  /** Id, number, and whether it is ticked. */
  rows: z.array(z.tuple([z.string().nullable(), z.string().nullable(), z.boolean()])),
});

export const SAVED_PAGES = readdirSync(FOLDER).map((name) => {
  const html = readFileSync(join(FOLDER, name), 'utf8');
  const [, expected = ''] = /^<!-- (.*) -->\n/.exec(html) ?? [];
  return { name, html, expected: expectedSchema.parse(JSON.parse(expected)) };
});

/** A parser keeps a page inert; shadow roots that are written in it are opened by hand. */
export function open(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  openRoots(document.body);
}

function openRoots(within: Element | ShadowRoot): void {
  for (const template of [...within.querySelectorAll('template')]) {
    const host = template.parentElement;
    if (host === null) continue;
    const root = host.attachShadow({ mode: 'open' });
    root.append(...template.content.childNodes);
    template.remove();
    openRoots(root);
  }
}
