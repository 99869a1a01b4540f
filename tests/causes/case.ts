/** What makes one cause happen: a real run, import, set-up or log-in over HTTP, against the stand-ins. */
import type { ReadBackFigure } from '../../lib/accounting/read-back.ts';
import type { Connection } from '../../lib/connection.ts';
import type { LoginProblem } from '../../lib/messages.ts';
import type { Cause } from '../../lib/outcome.ts';
import type { PaymentCause } from '../../lib/payment.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import type { SandboxOptions } from '../sandbox/sandbox.ts';
import { run, type World } from '../unit/sync/world.ts';

export type Told = Cause | PaymentCause | LoginProblem;

/** What of a cause is enumerated: the service, the reason, the figure ... */
type Variant<C> = C extends { readonly service: infer V extends string }
  ? V
  : C extends { readonly reason: infer V extends string }
    ? V
    : C extends { readonly figure: infer V extends string }
      ? V
      : C extends { readonly write: infer V extends string }
        ? V
        : C extends { readonly usedBy: { readonly kind: infer V extends string } }
          ? V
          : C extends { readonly type: 'readBackDiffers' }
            ? ReadBackFigure
            : never;

type NameOf<C> = C extends { readonly type: infer T extends string }
  ? [Variant<C>] extends [never]
    ? T
    : `${T} ${Variant<C>}`
  : never;

/** One for each cause, and for each reason of one: `refused exact`, `vatCodeUnusable blocked`. */
export type CaseName = NameOf<Told>;

export function nameOf(told: Told): string {
  const { type } = told;
  if ('service' in told) return `${type} ${told.service}`;
  if ('reason' in told) return `${type} ${told.reason}`;
  if ('figure' in told) return `${type} ${told.figure}`;
  if ('write' in told) return `${type} ${told.write}`;
  if ('usedBy' in told) return `${type} ${told.usedBy.kind}`;
  return told.type === 'readBackDiffers' ? `${type} ${told.what}` : type;
}

export interface Case {
  readonly options?: SandboxOptions;
  /** How the connection is set up otherwise than it should be. */
  readonly connection?: (world: World) => Partial<Connection>;
  /** Before it is tried. */
  readonly happen?: (world: World) => void | Promise<void>;
  /** Tries it, and gives all that is told; left out: a run. */
  readonly tried?: (context: SyncContext, world: World) => Promise<readonly (Told | null)[]>;
}

/** All that a run, and what it leaves behind, tells. */
export async function runTells(context: SyncContext): Promise<readonly (Told | null)[]> {
  const { problem, paymentsProblem } = await run(context);
  return [problem, paymentsProblem, ...(await documentsTell(context))];
}

export async function documentsTell({ database, connection }: SyncContext): Promise<readonly (Told | null)[]> {
  const documents = await database.documents(connection.id);
  return documents.flatMap(({ outcome, payment }) => [
    'cause' in outcome ? outcome.cause : null,
    payment?.state === 'attention' ? payment.cause : null,
  ]);
}

/** Each cause that the case brings about, once. */
export async function causesOf({ connection, happen, tried = runTells }: Case, world: World): Promise<readonly Told[]> {
  const context = connection === undefined ? world.context : world.beside(connection(world));
  await happen?.(world);
  const told = (await tried(context, world)).filter((one) => one !== null);
  return [...new Map(told.map((one) => [nameOf(one), one])).values()];
}
