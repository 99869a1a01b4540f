import { Disconnect } from '../../components/disconnect.tsx';
import { SETUP_PAGE } from '../../components/fix-links.tsx';
import { Link, StatusDot } from '../../components/parts.tsx';
import { RemoveConnection } from '../../components/remove-connection.tsx';
import { language, texts } from '../../components/texts.ts';
import { fill, formatDate } from '../../lib/i18n/index.ts';
import type { ConnectionView, SetupView } from '../../lib/messages.ts';
import type { Service } from '../../lib/outcome.ts';

const { options, setup } = texts;
const SERVICES: readonly Service[] = ['teamleader', 'exact'];

/** Who is logged in where, and what is booked into what. */
export function Connections({ view }: { readonly view: SetupView }) {
  return (
    <section aria-labelledby="connections">
      <h2 id="connections">{options.connections}</h2>
      <dl>
        {SERVICES.map((service) => (
          <ServiceRow key={service} service={service} view={view} />
        ))}
      </dl>
      {view.connections.map((one) => (
        <Mapping key={one.connection.id} told={one} />
      ))}
      {view.connections.length === 0 && <p className="soft">{options.noConnection}</p>}
      <p>
        <Link href={SETUP_PAGE}>{options.openSetup}</Link>
      </p>
    </section>
  );
}

function ServiceRow({ service, view }: { readonly service: Service; readonly view: SetupView }) {
  const { state, user } = view.services[service];
  const isConnected = state === 'connected';
  const who = isConnected ? fill(setup.connected, { user: user ?? '' }) : options.notConnected;
  return (
    <>
      <dt>{texts.service[service]}</dt>
      <dd className="row">
        <StatusDot tone={isConnected ? 'good' : 'neutral'} />
        {service === 'exact' ? `${who} (${setup.countries[view.region]})` : who}
        {isConnected && <Disconnect service={service} />}
      </dd>
    </>
  );
}

function Mapping({ told: { connection, name, sync, taxRates } }: { readonly told: ConnectionView }) {
  const { id, companyEntity, division, journals, startDate, glAccounts, vatLinks, lines } = connection;
  const perTaxRate = (codes: Readonly<Record<string, string>>): string =>
    Object.entries(taxRates)
      .flatMap(([taxRateId, label]) => {
        const code = codes[taxRateId];
        return code === undefined ? [] : [`${label} → ${code}`];
      })
      .join(' · ');
  const linked = perTaxRate(vatLinks);
  const accounts = perTaxRate(glAccounts.perTaxRate);
  return (
    <section className="card" aria-label={name}>
      <h3>{name}</h3>
      <dl>
        <dt>{setup.companyEntity}</dt>
        <dd>{companyEntity.name}</dd>
        <dt>{setup.division}</dt>
        <dd>
          {division.name} ({division.code})
        </dd>
        <dt>{setup.startDate}</dt>
        <dd>{formatDate(startDate, language)}</dd>
        <dt>{setup.invoiceJournal}</dt>
        <dd>{journals.invoices}</dd>
        <dt>{setup.creditNoteJournal}</dt>
        <dd>{journals.creditNotes}</dd>
        {linked !== '' && (
          <>
            <dt>{setup.steps.vat}</dt>
            <dd>{linked}</dd>
          </>
        )}
        <dt>{setup.revenueAccount}</dt>
        <dd>{glAccounts.revenue}</dd>
        {accounts !== '' && (
          <>
            <dt>{setup.accountsPerTaxRate}</dt>
            <dd>{accounts}</dd>
          </>
        )}
        <dt>{setup.discountAccount}</dt>
        <dd>{glAccounts.discount ?? setup.noDiscountAccount}</dd>
        <dt>{setup.lines}</dt>
        <dd>{setup.lineStyles[lines]}</dd>
      </dl>
      <div className="row">
        <RemoveConnection of={id} name={name} isSaved isSyncing={sync.run !== null && sync.run.endedAt === null} />
      </div>
    </section>
  );
}
