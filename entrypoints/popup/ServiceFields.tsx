import { browser } from 'wxt/browser';
import { CauseText } from '../../components/cause-text.tsx';
import { Disconnect } from '../../components/disconnect.tsx';
import { CopyField, SelectField, TextField } from '../../components/fields.tsx';
import { Button, Notice, StatusDot } from '../../components/parts.tsx';
import { ServiceNotices } from '../../components/service-notices.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { useTyped } from '../../components/typed.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { KeyVerdict } from '../../lib/key-verdict.ts';
import type { ServiceView, SetupView } from '../../lib/messages.ts';
import type { Service } from '../../lib/outcome.ts';
import { EXACT_REGIONS, type Region } from '../../lib/region.ts';
import { KeyGuide } from './KeyGuide.tsx';

const { setup } = texts;

interface ServiceProps {
  readonly service: Service;
  readonly view: SetupView;
}

/** The user's own app at a service, and the log-in with it. */
export function ServiceFields({ service, view }: ServiceProps) {
  const serviceView = view.services[service];
  const isConnected = serviceView.state === 'connected';
  const notices = <ServiceNotices service={service} view={serviceView} />;
  // Before the fields that it asks for; how the last log-in went stands below, where it was started.
  const isFirst = !isConnected && LOST.has(serviceView.problem?.type);
  return (
    <>
      {isFirst && notices}
      {isConnected ? (
        <LoggedIn service={service} serviceView={serviceView} />
      ) : (
        <KeyFields service={service} view={view} />
      )}
      {!isFirst && notices}
    </>
  );
}

/** What became of a log-in that there was. */
const LOST: ReadonlySet<NonNullable<ServiceView['problem']>['type'] | undefined> = new Set([
  'loginNeeded',
  'keysWithdrawn',
]);

function LoggedIn({ service, serviceView }: { readonly service: Service; readonly serviceView: ServiceView }) {
  const { ask, pending } = useSetup();
  return (
    <>
      <p className="row">
        <StatusDot tone="good" />
        <span>{fill(setup.connected, { user: serviceView.user ?? serviceView.clientId ?? '' })}</span>
      </p>
      <div className="row">
        <Button isBusy={pending.has('setup/logIn')} onClick={() => void ask({ type: 'setup/logIn', service })}>
          {setup.logInAgain}
        </Button>
        <Disconnect service={service} />
      </div>
    </>
  );
}

function KeyFields({ service, view }: ServiceProps) {
  const { ask, pending } = useSetup();
  const { clientId, hasSecret, redirectUrl, preset, keyTest } = view.services[service];
  const [secret, setSecret] = useTyped(`${service}/secret`);
  /** Both at once, so that a secret that was typed first is stored as soon as its client id is there. */
  const save = (keys: { readonly clientId: string; readonly clientSecret: string | null }) => {
    // Stored with its client id, it need not be remembered as typed.
    if (keys.clientId !== '') setSecret('');
    void ask({ type: 'setup/saveKeys', service, ...keys });
  };
  const isLoggingIn = pending.has('setup/logIn');
  return (
    <>
      {service === 'exact' && !view.isRegionPreset && <RegionField region={view.region} />}
      {preset === 'nothing' && (
        <>
          <p className="soft">{setup.register[service]}</p>
          <KeyGuide service={service} isNeeded={clientId === null} />
        </>
      )}
      {preset === 'keys' && <p className="soft">{texts.keys.preset}</p>}
      {preset === 'clientId' && <p className="soft">{fill(texts.keys.presetId, { clientId: clientId ?? '' })}</p>}
      <CopyField label={setup.redirectUrl} value={redirectUrl} />
      {preset === 'nothing' && (
        <TextField
          label={setup.clientId}
          value={clientId ?? ''}
          maxLength={200}
          onCommit={(typed) => save({ clientId: typed, clientSecret: secret || null })}
        />
      )}
      {preset !== 'keys' && (
        <TextField
          label={setup.clientSecret}
          type="password"
          hint={hasSecret ? setup.secretKept : service === 'teamleader' ? setup.secretOptional : setup.secretExact}
          value={secret}
          maxLength={500}
          onCommit={(typed) => {
            setSecret(typed);
            save({ clientId: clientId ?? '', clientSecret: typed || null });
          }}
        />
      )}
      <div className="row">
        <Button look="primary" isBusy={isLoggingIn} onClick={() => void ask({ type: 'setup/logIn', service })}>
          {fill(setup.logIn, { service: texts.service[service] })}
        </Button>
        {clientId !== null && (
          <Button
            look="plain"
            isBusy={pending.has('setup/testKeys')}
            onClick={() => void ask({ type: 'setup/testKeys', service })}
          >
            {texts.keys.test}
          </Button>
        )}
        {hasSecret && preset !== 'keys' && (
          <Button
            look="plain"
            onClick={() => {
              setSecret('');
              save({ clientId: clientId ?? '', clientSecret: '' });
            }}
          >
            {setup.removeSecret}
          </Button>
        )}
      </div>
      {keyTest !== null && <KeyTestNotice keyTest={keyTest} country={service === 'exact' ? view.region : null} />}
    </>
  );
}

interface KeyTestProps {
  readonly keyTest: NonNullable<ServiceView['keyTest']>;
  /** Outside of which the app is not known. */
  readonly country: Region | null;
}

function KeyTestNotice({ keyTest, country }: KeyTestProps) {
  if (typeof keyTest !== 'string') {
    return (
      <Notice key={keyTest.type} tone="attention" isAnswer>
        <CauseText cause={keyTest} />
      </Notice>
    );
  }
  return (
    <Notice key={keyTest} tone={TONES[keyTest]} isAnswer>
      <p>{texts.keys.verdict[keyTest]}</p>
      {country !== null && REFUSED_ABROAD.has(keyTest) && (
        <p>{fill(texts.keys.ofCountry, { country: setup.countries[country] })}</p>
      )}
    </Notice>
  );
}

const TONES: Readonly<Record<KeyVerdict, 'good' | 'neutral' | 'attention'>> = {
  right: 'good',
  redirectUrlUnknown: 'neutral',
  unknown: 'neutral',
  clientIdWrong: 'attention',
  secretWrong: 'attention',
  redirectUrlWrong: 'attention',
  idOrSecretWrong: 'attention',
  idOrRedirectUrlWrong: 'attention',
};

/** What keys that are right in one country get to hear in another. */
const REFUSED_ABROAD: ReadonlySet<KeyVerdict> = new Set([
  'clientIdWrong',
  'secretWrong',
  'idOrSecretWrong',
  'idOrRedirectUrlWrong',
]);

const isRegion = (value: string): value is Region => value in EXACT_REGIONS;
const REGIONS = Object.keys(EXACT_REGIONS).filter(isRegion);

/**
 * Hosts of Exact's home markets come with the installation; for another, Chrome asks for the permission now. The choice
 * stands whatever comes of that, as its question may close the popup: a site that may not be reached is told of.
 */
function RegionField({ region }: { readonly region: Region }) {
  const { ask } = useSetup();
  const choose = (chosen: Region) => {
    void browser.permissions.request({ origins: [`https://start.exactonline.${EXACT_REGIONS[chosen]}/*`] });
    void ask({ type: 'setup/region', region: chosen });
  };
  return (
    <SelectField
      label={setup.country}
      value={region}
      none={null}
      choices={REGIONS.map((value) => ({ value, label: setup.countries[value], unusable: null }))}
      onChange={(value) => {
        if (value !== null && isRegion(value)) choose(value);
      }}
    />
  );
}
