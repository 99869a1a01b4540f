import { Disconnect } from '../../components/disconnect.tsx';
import { SETUP_PAGE, setupHash } from '../../components/fix-links.tsx';
import { Link, StatusDot } from '../../components/parts.tsx';
import { RemoveConnection } from '../../components/remove-connection.tsx';
import { ServiceNotices } from '../../components/service-notices.tsx';
import { texts } from '../../components/texts.ts';
import type { Connection } from '../../lib/connection.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { SetupView } from '../../lib/messages.ts';
import type { Service } from '../../lib/outcome.ts';
import { Mapping } from './Mapping.tsx';

const { options, setup } = texts;
const SERVICES: readonly Service[] = ['teamleader', 'exact'];

/** Who is logged in where, and what is booked into what. */
export function Connections({ view }: { readonly view: SetupView }) {
  return (
    <>
      <section aria-labelledby="log-ins">
        <h2 id="log-ins">{options.logIns}</h2>
        <dl>
          {SERVICES.map((service) => (
            <ServiceRow key={service} service={service} view={view} />
          ))}
        </dl>
        {SERVICES.map((service) => (
          <ServiceNotices key={service} service={service} view={view.services[service]} />
        ))}
      </section>
      {view.connections.length === 0 && (
        <section aria-labelledby="no-connection">
          <h2 id="no-connection">{options.connections}</h2>
          <p className="soft">{options.noConnection}</p>
          <p>
            <Link href={SETUP_PAGE}>{options.openSetup}</Link>
          </p>
        </section>
      )}
      {view.connections.map((one) => (
        <section key={one.connection.id} aria-labelledby={one.connection.id}>
          <div className="between">
            <h2 id={one.connection.id}>{one.name}</h2>
            <Link href={`/popup.html${setupHash('entity', one.connection.id)}`}>{texts.home.change}</Link>
          </div>
          <Mapping view={one} choices={isShown(one.connection, view) ? view.choices : null} />
          <div className="row">
            <RemoveConnection
              of={one.connection.id}
              name={one.name}
              isSaved
              isSyncing={one.sync.run !== null && one.sync.run.endedAt === null}
            />
          </div>
        </section>
      ))}
    </>
  );
}

/** The choices are of the division in the draft. */
const isShown = ({ id, division }: Connection, { editing, draft }: SetupView): boolean =>
  editing === id && draft.divisionCode === division.code;

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
        {isConnected ? (
          <Disconnect service={service} />
        ) : (
          <Link href={`/popup.html${setupHash(service)}`}>
            {fill(setup.logIn, { service: texts.service[service] })}
          </Link>
        )}
      </dd>
    </>
  );
}
