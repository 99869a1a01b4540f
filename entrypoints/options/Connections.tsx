import { language, texts } from '../../components/texts.ts';
import { fill, formatDate } from '../../lib/i18n/index.ts';
import type { SetupView } from '../../lib/messages.ts';
import type { Service } from '../../lib/outcome.ts';

const { options, setup } = texts;
const SERVICES: readonly Service[] = ['teamleader', 'exact'];

/** Who is logged in where, and what is booked into what. */
export function Connections({ view }: { readonly view: SetupView | null }) {
  const connection = view?.connection ?? null;
  return (
    <section aria-labelledby="connections">
      <h2 id="connections">{options.connections}</h2>
      {view !== null && (
        <dl>
          {SERVICES.map((service) => (
            <ServiceRow key={service} service={service} view={view} />
          ))}
          {connection !== null && (
            <>
              <dt>{options.companyEntity}</dt>
              <dd>{connection.companyEntity.name}</dd>
              <dt>{options.division}</dt>
              <dd>
                {connection.division.name} ({connection.division.code})
              </dd>
              <dt>{options.journals}</dt>
              <dd>
                {connection.journals.invoices}, {connection.journals.creditNotes}
              </dd>
              <dt>{options.startDate}</dt>
              <dd>{formatDate(connection.startDate, language)}</dd>
            </>
          )}
        </dl>
      )}
      {view !== null && connection === null && <p className="soft">{options.noConnection}</p>}
    </section>
  );
}

function ServiceRow({ service, view }: { readonly service: Service; readonly view: SetupView }) {
  const { state, user } = view.services[service];
  const isConnected = state === 'connected';
  return (
    <>
      <dt>{texts.service[service]}</dt>
      <dd className="row">
        <span className={isConnected ? 'dot is-good' : 'dot'} />
        {isConnected
          ? fill(setup.connected, { user: user ?? '' })
          : texts.problem[service === 'teamleader' ? 'teamleaderNotConnected' : 'exactNotConnected']}
      </dd>
    </>
  );
}
