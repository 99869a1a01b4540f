import { fill } from '../lib/i18n/index.ts';
import type { Service } from '../lib/outcome.ts';
import { Confirm } from './confirm.tsx';
import { useSetup } from './setup-store.ts';
import { texts } from './texts.ts';

const { setup } = texts;

/** Says what disconnecting forgets and what it keeps. */
export function Disconnect({ service }: { readonly service: Service }) {
  const { ask } = useSetup();
  const name = fill(setup.logOutOf, { service: texts.service[service] });
  return (
    <Confirm
      action={setup.logOut}
      label={name}
      look="plain"
      title={name}
      text={setup.logOutText}
      onConfirm={() => void ask({ type: 'setup/logOut', service })}
    />
  );
}
