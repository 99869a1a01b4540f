import { describeLogin } from '../lib/i18n/describe.ts';
import { fill } from '../lib/i18n/index.ts';
import type { ServiceView } from '../lib/messages.ts';
import type { Service } from '../lib/outcome.ts';
import { Explain } from './explain.tsx';
import { Button, Notice } from './parts.tsx';
import { useSetup } from './setup-store.ts';
import { language, texts } from './texts.ts';

const { setup } = texts;

/** What stands between the connection and a service that is logged in to. */
export function ServiceNotices({ service, view }: { readonly service: Service; readonly view: ServiceView }) {
  return (
    <>
      {view.isAnotherUser && <AnotherUser service={service} view={view} />}
      {view.problem !== null && <Problem problem={view.problem} />}
    </>
  );
}

function Problem({ problem }: { readonly problem: NonNullable<ServiceView['problem']> }) {
  const text = describeLogin(problem, texts, language);
  return (
    <Notice key={text} tone="attention" isAnswer>
      <span data-of-today={'until' in problem || undefined}>{text}</span>
      <Explain type={problem.type} of={text} />
    </Notice>
  );
}

/** Somebody else is logged in than so far: the connection goes on with him when the user says so, and not before. */
function AnotherUser({ service, view }: { readonly service: Service; readonly view: ServiceView }) {
  const { ask, pending } = useSetup();
  const names = { service: texts.service[service], user: view.user ?? '' };
  return (
    <Notice tone="attention">
      <p>{fill(setup.anotherUser, names)}</p>
      <Button isBusy={pending.has('setup/acceptUser')} onClick={() => void ask({ type: 'setup/acceptUser', service })}>
        {fill(setup.acceptUser, names)}
      </Button>
    </Notice>
  );
}
