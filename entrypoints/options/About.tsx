import { browser } from 'wxt/browser';
import { texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';

const { options, about, privacy } = texts;

const PARTS = ['data', 'leaves', 'kept', 'ends', 'support'] as const;

export function About() {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">{options.privacy}</h2>
      {PARTS.map((part) => (
        <div key={part} className="prose">
          <h3>{privacy[part].title}</h3>
          <p>{privacy[part].text}</p>
        </div>
      ))}
      <p className="soft">{fill(about.version, { version: browser.runtime.getManifest().version })}</p>
    </section>
  );
}
