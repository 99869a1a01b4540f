import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openOptions } from '../run/browser.ts';
import { EXTENSION_PATH } from '../run/build.ts';
import { expect, test } from './fixture.ts';

const manifestSchema = z.object({ content_security_policy: z.object({ extension_pages: z.string() }) });

const HOSTS = /^https:\/\/((focus|api\.focus|cdn)\.teamleader\.eu|start\.exactonline\.(be|nl|de|fr|co\.uk|es|com))$/;

test('the policy lets in nothing but what the extension brings along, and nothing out but to both services', async () => {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(EXTENSION_PATH, 'manifest.json'), 'utf8')));
  const policy = new Map(
    manifest.content_security_policy.extension_pages.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources] as const;
    }),
  );
  for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect(policy.get(name)).toEqual(["'none'"]);
  for (const name of ['script-src', 'style-src', 'img-src', 'font-src']) expect(policy.get(name)).toEqual(["'self'"]);
  for (const host of policy.get('connect-src') ?? ['none']) expect(host).toMatch(HOSTS);
  expect(policy.size).toBe(9);
});

/** In the page: tries what a script that got in would, and gives what the browser has forbidden of it. */
async function forbidden(): Promise<readonly string[]> {
  const told: string[] = [];
  const isFrameTold = new Promise<void>((resolve) =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      told.push(effectiveDirective);
      if (effectiveDirective === 'frame-src') resolve();
    }),
  );
  const script = document.createElement('script');
  script.textContent = 'document.title = "inline"';
  const linked = document.createElement('script');
  linked.src = 'https://focus.teamleader.eu/assets/app.js';
  const paragraph = document.createElement('p');
  paragraph.setAttribute('onclick', 'document.title = "handler"');
  const frame = document.createElement('iframe');
  frame.src = 'https://focus.teamleader.eu/';
  const image = document.createElement('img');
  image.src = 'https://evil.example/x.png';
  document.body.append(script, linked, paragraph, frame, image);
  paragraph.click();
  await fetch('https://evil.example/').catch(() => null);
  await isFrameTold;
  return [
    ...[...new Set(told)].toSorted(),
    document.title === 'inline' || document.title === 'handler' ? 'script ran' : '',
  ];
}

test('in popup and options page neither scripts, frames nor images of others have a way, nor has what is told them', async ({
  context,
  popup,
}) => {
  const options = await openOptions(context);
  for (const page of [popup, options]) {
    expect(await page.evaluate(forbidden)).toEqual([
      'connect-src',
      'frame-src',
      'img-src',
      'script-src-attr',
      'script-src-elem',
      '',
    ]);
  }
});
