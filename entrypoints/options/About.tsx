import { browser } from 'wxt/browser';
import { texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';

const { options, about } = texts;

export function About() {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">{options.privacy}</h2>
      <p className="prose">{options.privacyText}</p>
      <p className="soft">{fill(about.version, { version: browser.runtime.getManifest().version })}</p>
    </section>
  );
}
