import { leadsToOtherLists } from '../../components/lists-under-way.ts';
import { useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { toast } from '../../components/toasts.tsx';
import type { ConnectionDraft } from '../../lib/connection.ts';
import { isOvertaken } from '../../lib/connection-draft.ts';

/** How often other lists were chosen here: who does that knows what becomes of what he chose from those before. */
let listsLeft = 0;

/** Keeps a choice the moment it is made; where another page has left what it was chosen for, it says that it is not kept. */
export function useChange(): (draft: Partial<ConnectionDraft>) => void {
  const { ask, view } = useSetup();
  return (draft) => {
    if (view === null) return;
    const { companyEntityId, divisionCode } = view.draft;
    const of = { companyEntityId, divisionCode };
    const request = { type: 'setup/change', draft, of } as const;
    if (leadsToOtherLists(request)) listsLeft += 1;
    const leftBefore = listsLeft;
    void ask(request).then(() => {
      const now = useSetup.getState().view;
      if (listsLeft === leftBefore && now?.editing === view.editing && isOvertaken(now.draft, draft, of)) {
        toast(texts.setup.overtaken);
      }
    });
  };
}
