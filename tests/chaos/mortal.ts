/** A run that is cut off for good at one of its awaits, as it is where its worker or its browser ends. */
import { ImportRecords } from '../../lib/store/import-records.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import type { ImportContext } from '../../lib/sync/import-look.ts';

export interface Death {
  /** The how manieth await of the run, or the first call that makes or changes something in Exact. */
  readonly at: number | 'firstWrite';
  /** The call is not made any more, or it is made and its answer never heard. */
  readonly when: 'before' | 'after';
}

export class Dead extends Error {}

export const isWrite = (name: string): boolean => /^exact\.(create|add|change)/.test(name);

/** A context that counts its awaits and ends for good at one of them: nothing that is called later answers either. */
export function mortal<Context extends ImportContext | SyncContext>(context: Context, death: Death | null) {
  let count = 0;
  let isDead = false;
  const names: string[] = [];
  const cut = async (name: string, call: () => unknown): Promise<unknown> => {
    if (isDead) throw new Dead();
    const at = count;
    count += 1;
    names.push(name);
    if (death === null || !(death.at === 'firstWrite' ? isWrite(name) : death.at === at)) return call();
    isDead = true;
    if (death.when === 'after') await call();
    throw new Dead();
  };
  const wrapped = <T extends object>(room: string, target: T): T =>
    new Proxy(target, {
      get(real, property) {
        const value: unknown = Reflect.get(real, property, real);
        if (value instanceof ImportRecords) return wrapped('imports', value);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => cut(`${room}.${String(property)}`, () => Reflect.apply(value, real, values));
      },
    });
  const dying: Context = {
    ...context,
    teamleader: wrapped('teamleader', context.teamleader),
    exact: wrapped('exact', context.exact),
    database: wrapped('database', context.database),
    ...('fetchFile' in context ? { fetchFile: wrapped('files', { fetch: context.fetchFile }).fetch } : {}),
  };
  return { context: dying, names };
}
