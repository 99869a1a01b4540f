import { useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { toast } from '../../components/toasts.tsx';
import type { ConnectionDraft } from '../../lib/connection.ts';
import { isOvertaken } from '../../lib/connection-draft.ts';

/** Keeps a choice the moment it is made; where another page has left what it was chosen for, it says that it is not kept. */
export function useChange(): (draft: Partial<ConnectionDraft>) => void {
  const { ask, view } = useSetup();
  return (draft) => {
    if (view === null) return;
    const { companyEntityId, divisionCode } = view.draft;
    const of = { companyEntityId, divisionCode };
    void ask({ type: 'setup/change', draft, of }).then(() => {
      const now = useSetup.getState().view;
      if (now?.editing === view.editing && isOvertaken(now.draft, draft, of)) toast(texts.setup.overtaken);
    });
  };
}
