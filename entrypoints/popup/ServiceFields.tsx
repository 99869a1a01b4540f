import { browser } from 'wxt/browser';
import { Button, CopyField, Notice, SelectField, TextField } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { language, texts } from '../../components/texts.ts';
import { describeLogin } from '../../lib/i18n/describe.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { SetupView } from '../../lib/messages.ts';
import type { Service } from '../../lib/outcome.ts';
import { EXACT_REGIONS, type Region } from '../../lib/region.ts';

const { setup } = texts;

interface ServiceFieldsProps {
  readonly service: Service;
  readonly view: SetupView;
}

/** The user's own app at a service, and the log-in with it. */
export function ServiceFields({ service, view }: ServiceFieldsProps) {
  const ask = useSetup((state) => state.ask);
  const { state, user, clientId, hasSecret, redirectUrl, problem } = view.services[service];
  if (state === 'connected') {
    return (
      <>
        <div className="row">
          <span>{fill(setup.connected, { user: user ?? clientId ?? '' })}</span>
          <Button look="plain" onClick={() => void ask({ type: 'setup/logOut', service })}>
            {setup.logOut}
          </Button>
        </div>
        {problem !== null && <Notice tone="attention">{describeLogin(problem, texts, language)}</Notice>}
      </>
    );
  }
  const secretHint = hasSecret ? setup.secretKept : service === 'teamleader' ? setup.secretOptional : setup.secretExact;
  return (
    <>
      {service === 'exact' && <RegionField view={view} />}
      <CopyField label={setup.redirectUrl} value={redirectUrl} />
      <TextField
        label={setup.clientId}
        value={clientId ?? ''}
        onCommit={(value) => void ask({ type: 'setup/saveKeys', service, clientId: value, clientSecret: null })}
      />
      <TextField
        label={setup.clientSecret}
        type="password"
        hint={secretHint}
        value=""
        onCommit={(value) =>
          void ask({ type: 'setup/saveKeys', service, clientId: clientId ?? '', clientSecret: value })
        }
      />
      {problem !== null && <Notice tone="attention">{describeLogin(problem, texts, language)}</Notice>}
      <div className="row">
        <Button look="primary" onClick={() => void ask({ type: 'setup/logIn', service })}>
          {fill(setup.logIn, { service: texts.service[service] })}
        </Button>
      </div>
    </>
  );
}

/** Hosts of these countries come with the installation; for another, Chrome asks for the permission now. */
function RegionField({ view }: { readonly view: SetupView }) {
  const ask = useSetup((state) => state.ask);
  const regions = Object.keys(EXACT_REGIONS).filter((region): region is Region => region in EXACT_REGIONS);
  const choose = async (region: Region) => {
    if (await mayReach(region)) await ask({ type: 'setup/region', region });
  };
  return (
    <SelectField
      label={setup.country}
      value={view.region}
      none={setup.choose}
      choices={regions.map((region) => ({ value: region, label: setup.countries[region], unusable: null }))}
      onChange={(value) => {
        const region = regions.find((one) => one === value);
        if (region !== undefined) void choose(region);
      }}
    />
  );
}

const mayReach = (region: Region): Promise<boolean> =>
  browser.permissions.request({ origins: [`https://start.exactonline.${EXACT_REGIONS[region]}/*`] });
