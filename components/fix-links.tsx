import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { exactAddress, LIST_ADDRESS, listAddress } from '../lib/addresses.ts';
import type { Fix, SetupStep } from '../lib/fix.ts';
import { fill } from '../lib/i18n/index.ts';
import { Button, Link } from './parts.tsx';
import { useSetup } from './setup-store.ts';
import { SyncButton } from './sync-button.tsx';
import { texts } from './texts.ts';

const { fixes, setup } = texts;

const isFirefox = browser.runtime.getURL('').startsWith('moz-extension:');

/** Opens the preview and makes a new one. */
export const NEW_PREVIEW = '/preview.html#new';

const OPTIONS_PAGE = '/options.html';
/** The set-up in a tab of its own. */
export const SETUP_PAGE = '/popup.html#set-up';
/** @param connectionId whose set-up it is; null: of the one that was shown last */
export const setupHash = (step: SetupStep, connectionId: string | null = null): string =>
  `#set-up/${step}${connectionId === null ? '' : `/${connectionId}`}`;

interface Where {
  readonly webUrl: string | null;
  readonly connectionId: string | null;
}

/** The ways to where a cause is mended. */
export function FixLinks({ fixes: found, ...where }: Where & { readonly fixes: readonly Fix[] }) {
  if (found.length === 0) return null;
  return (
    <span className="fixes">
      {found.map((fix) => (
        <FixLink key={fix.at} fix={fix} {...where} />
      ))}
    </span>
  );
}

function FixLink({ fix, webUrl, connectionId }: Where & { readonly fix: Fix }) {
  const { view } = useSetup();
  const list = useListAddress();
  switch (fix.at) {
    case 'setup': {
      const hash = setupHash(fix.step, connectionId);
      const text = fill(fixes.setup, { step: setup.steps[fix.step] });
      return location.pathname === '/popup.html' ? (
        <a className="button is-plain" href={hash}>
          {text}
        </a>
      ) : (
        <Link href={`/popup.html${hash}`}>{text}</Link>
      );
    }
    case 'teamleader':
      return <Link href={webUrl ?? list}>{webUrl === null ? fixes.teamleader : texts.options.open}</Link>;
    case 'exact': {
      const saved = view?.connections.find(({ connection }) => connection.id === connectionId);
      const { division } = saved?.connection ?? view?.connection ?? {};
      return <Link href={exactAddress(view?.region ?? 'nl', division?.code ?? null)}>{fixes.exact}</Link>;
    }
    case 'attention':
      return <OptionsLink tab="attention">{fixes.attention}</OptionsLink>;
    case 'preview':
      return <Link href={NEW_PREVIEW}>{fixes.preview}</Link>;
    case 'help':
      return <OptionsLink tab="help">{fixes.help}</OptionsLink>;
    case 'extensions':
      // A link cannot lead to the browser's own pages. In Chromium a tab can be opened on one, in Firefox not even that.
      return isFirefox ? null : (
        <Button look="plain" onClick={() => void browser.tabs.create({ url: 'chrome://extensions' })}>
          {fixes.extensions}
        </Button>
      );
    case 'syncAgain':
      return <SyncButton look="plain">{fixes.syncAgain}</SyncButton>;
  }
}

interface OptionsLinkProps {
  readonly tab: string;
  readonly children: string;
}

/** A part of the options page: in place where one is on it. */
export function OptionsLink({ tab, children }: OptionsLinkProps) {
  if (location.pathname !== OPTIONS_PAGE) return <Link href={`${OPTIONS_PAGE}#${tab}`}>{children}</Link>;
  return (
    <a className="button is-plain" href={`#${tab}`}>
      {children}
    </a>
  );
}

/** The invoice list, as it was seen last in this browser. */
export function useListAddress(): string {
  const [address, setAddress] = useState(listAddress(null));
  useEffect(() => {
    void browser.storage.local.get(LIST_ADDRESS).then((stored) => setAddress(listAddress(stored[LIST_ADDRESS])));
  }, []);
  return address;
}
