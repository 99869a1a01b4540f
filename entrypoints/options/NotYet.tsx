import { SETUP_PAGE } from '../../components/fix-links.tsx';
import { Link } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { SyncButton } from '../../components/sync-button.tsx';
import { texts } from '../../components/texts.ts';

/** That there is nothing before the first sync, and what comes first: the set-up, or that sync. */
export function NotYet({ children }: { readonly children: string }) {
  const { view } = useSetup();
  return (
    <p className="soft">
      {children}{' '}
      {view?.connections.length === 0 ? (
        <Link href={SETUP_PAGE}>{texts.options.openSetup}</Link>
      ) : (
        <SyncButton look="plain">{texts.home.syncNow}</SyncButton>
      )}
    </p>
  );
}
