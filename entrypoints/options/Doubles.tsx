import { Link } from '../../components/parts.tsx';
import { texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { ReportContent } from '../../lib/report.ts';
import { AmountText, DocumentText, EntryText } from './DifferenceTable.tsx';

const { reports, document: kinds } = texts;

/** More than these are mended first. */
const MOST_GROUPS = 100;

/** What stands in Exact twice, and what removing one of them there would do. Feature G4. */
export function Doubles({ content, exact }: { readonly content: ReportContent; readonly exact: string }) {
  const { doubleEntries, doubleAccounts } = content;
  return (
    <section aria-labelledby="doubles">
      <h2 id="doubles">{reports.doubles}</h2>
      <h3>{reports.doubleEntries}</h3>
      {doubleEntries.length === 0 ? (
        <p className="soft">{reports.noDoubleEntries}</p>
      ) : (
        <>
          <p className="prose">{reports.doublesText}</p>
          <Shown count={doubleEntries.length} />
          <ul className="groups compared">
            {doubleEntries.slice(0, MOST_GROUPS).map((group) => (
              <EntryGroup key={group.entries.map(({ id }) => id).join()} group={group} exact={exact} />
            ))}
          </ul>
        </>
      )}
      <h3>{reports.doubleAccounts}</h3>
      {doubleAccounts.length === 0 ? (
        <p className="soft">{reports.noDoubleAccounts}</p>
      ) : (
        <>
          <p className="prose">
            {reports.doubleAccountsText} <Link href={exact}>{texts.fixes.exact}</Link>
          </p>
          <Shown count={doubleAccounts.length} />
          <ul className="groups compared">
            {doubleAccounts.slice(0, MOST_GROUPS).map((group) => (
              <AccountGroup key={group.accounts.map(({ id }) => id).join()} group={group} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const Shown = ({ count }: { readonly count: number }) =>
  count > MOST_GROUPS && <p className="soft">{fill(reports.shown, { shown: MOST_GROUPS, count })}</p>;

interface EntryGroupProps {
  readonly group: ReportContent['doubleEntries'][number];
  readonly exact: string;
}

function EntryGroup({ group: { by, document, entries }, exact }: EntryGroupProps) {
  const name = document === null ? (entries[0]?.yourRef ?? '') : `${kinds[document.kind]} ${document.number}`;
  return (
    <li className="card">
      <p>
        <strong>{fill(reports.doubleBy[by], { name })}</strong>
      </p>
      {document !== null && (
        <div>
          <DocumentText document={document} />
        </div>
      )}
      <ul className="doubles">
        {entries.map((entry) => (
          <li key={entry.id} className="between">
            <EntryText entry={entry} exact={exact} />
            <div className="amount">
              <AmountText amounts={entry} currency={entry.currency} />
            </div>
          </li>
        ))}
      </ul>
    </li>
  );
}

function AccountGroup({ group: { by, accounts } }: { readonly group: ReportContent['doubleAccounts'][number] }) {
  const [first] = accounts;
  const name = (by === 'vatNumber' ? first?.vatNumber : first?.name) ?? '';
  return (
    <li className="card">
      <p>
        <strong>{fill(reports.accountsBy[by], { name })}</strong>
      </p>
      <ul className="doubles">
        {accounts.map((account) => (
          <li key={account.id}>
            {fill(reports.accountOf, { name: account.name, code: account.code })}
            <span className="hint">
              {[
                account.place,
                account.vatNumber,
                !account.isCustomer && reports.notCustomer,
                account.isBlocked && reports.blocked,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
