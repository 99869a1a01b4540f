import { Button, Link, Notice } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { exactAddress } from '../../lib/addresses.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { SetupView } from '../../lib/messages.ts';

const { setup } = texts;

/** One for invoices, one for credit notes. */
const JOURNALS_NEEDED = 2;

/** What choosing the division means, and what the division lacks. */
export function DivisionNotices({ view }: { readonly view: SetupView }) {
  const { draft, choices, choicesProblem, connection } = view;
  const { ask, pending } = useSetup();
  if (draft.divisionCode === null || choices.divisions.length === 0) return null;
  const isOther = connection !== null && connection.division.code !== draft.divisionCode;
  const usable = choices.journals.filter(({ unusable }) => unusable === null).length;
  const lacks = choicesProblem === null && usable < JOURNALS_NEEDED;
  return (
    <>
      {isOther && (
        <Notice tone="neutral">
          <p>{fill(setup.otherDivision, { division: connection.division.name })}</p>
          <Button
            look="plain"
            isBusy={pending.has('setup/discard')}
            onClick={() => void ask({ type: 'setup/discard' })}
          >
            {fill(setup.backToDivision, { division: connection.division.name })}
          </Button>
        </Notice>
      )}
      {lacks && (
        <Notice tone="attention">
          <p>{usable === 0 ? setup.noSalesJournal : setup.oneSalesJournal}</p>
          <span className="fixes">
            <Link href={exactAddress(view.region, draft.divisionCode)}>{texts.fixes.exact}</Link>
            <Button
              look="plain"
              isBusy={pending.has('setup/view')}
              onClick={() => void ask({ type: 'setup/view', reload: true })}
            >
              {setup.reload}
            </Button>
          </span>
        </Notice>
      )}
    </>
  );
}
