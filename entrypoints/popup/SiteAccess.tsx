import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button, Notice } from '../../components/parts.tsx';
import { texts } from '../../components/texts.ts';
import { EXACT_REGIONS, type Region } from '../../lib/region.ts';

const { home } = texts;

/** The sites without which nothing works. */
const originsFor = (region: Region): string[] => [
  'https://focus.teamleader.eu/*',
  'https://api.focus.teamleader.eu/*',
  `https://start.exactonline.${EXACT_REGIONS[region]}/*`,
];

/** Every browser lets its user take back what an installation brought along: it is asked for again where it lacks. */
export function SiteAccess({ region }: { readonly region: Region }) {
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const origins = originsFor(region);
    const look = () => void browser.permissions.contains({ origins }).then((isGranted) => setMissing(!isGranted));
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [region]);
  if (!isMissing) return null;
  return (
    <Notice tone="attention">
      <p>{home.accessMissing}</p>
      <Button look="primary" onClick={() => void browser.permissions.request({ origins: originsFor(region) })}>
        {home.allowAccess}
      </Button>
    </Notice>
  );
}
