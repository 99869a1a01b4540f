import { Button, Link, Notice } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { language, texts } from '../../components/texts.ts';
import { exactAddress } from '../../lib/addresses.ts';
import { fill, formatDate } from '../../lib/i18n/index.ts';
import type { SetupView } from '../../lib/messages.ts';
import { ReloadLists } from './ReloadLists.tsx';
import { tooFewJournals } from './steps.ts';

const { setup } = texts;

interface DivisionNoticesProps {
  readonly view: SetupView;
  /** The lists can be read again from here. */
  readonly hasReload: boolean;
  /** Lists of another company entity or division are under way. */
  readonly areComing: boolean;
}

/** What choosing the division means, and what the division lacks. */
export function DivisionNotices({ view, hasReload, areComing }: DivisionNoticesProps) {
  const { draft, choices, choicesProblem, connection } = view;
  const { ask, pending } = useSetup();
  if (draft.divisionCode === null || choices.divisions.length === 0) return null;
  const isOther = connection !== null && connection.division.code !== draft.divisionCode;
  const usable = tooFewJournals(view, areComing);
  return (
    <>
      {isOther && (
        <Notice tone="attention">
          <p>{fill(setup.otherDivision, { division: connection.division.name })}</p>
          {connection.firstSyncAt !== null && draft.startDate !== null && (
            <p>
              {fill(setup.bookedHereToo, {
                date: formatDate(draft.startDate, language),
                division: connection.division.name,
              })}
            </p>
          )}
          <Button
            look="plain"
            isBusy={pending.has('setup/discard')}
            onClick={() => void ask({ type: 'setup/discard' })}
          >
            {fill(setup.backToDivision, { division: connection.division.name })}
          </Button>
        </Notice>
      )}
      {/* What is chosen above stands, and why there is nothing to choose from below is told far away. */}
      {!areComing && choicesProblem !== null && choices.journals.length === 0 && (
        <p className="soft">{setup.needsLists}</p>
      )}
      {usable !== null && (
        <Notice tone="attention">
          <p>{usable === 0 ? setup.noSalesJournal : setup.oneSalesJournal}</p>
          <span className="fixes">
            <Link href={exactAddress(view.region, draft.divisionCode)}>{texts.fixes.exact}</Link>
            {hasReload && <ReloadLists />}
          </span>
        </Notice>
      )}
    </>
  );
}
