import { useListsReadAgain } from '../../components/lists-under-way.ts';
import { Button } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';

const { setup } = texts;

/** Reads everything that can be chosen from the services again. */
export function ReloadLists() {
  const { ask } = useSetup();
  const isReading = useListsReadAgain();
  return (
    <Button look="plain" isBusy={isReading} onClick={() => void ask({ type: 'setup/view', reload: true })}>
      {setup.reload}
    </Button>
  );
}

/** The lists were read, and this one was empty. @param hasReload once on the page is enough: all are read at once */
export function NothingThere({ hasReload }: { readonly hasReload: boolean }) {
  if (!hasReload) return <p className="soft">{setup.nothingHereEither}</p>;
  return (
    <>
      <p className="soft">{setup.nothingThere}</p>
      <div className="row">
        <ReloadLists />
      </div>
    </>
  );
}
