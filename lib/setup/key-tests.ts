import type { KeyVerdict } from '../key-verdict.ts';
import type { Cause, Service } from '../outcome.ts';
import type { AppKeys, Settings } from '../store/settings.ts';

/** What a test of keys is about. Only Exact has a country: elsewhere the same keys are another app's. */
interface Tested {
  readonly keys: AppKeys | null;
  readonly region: Settings['region'] | null;
}

/** What the last test of each service's keys found: told until what was tested changes. */
export class KeyTests {
  readonly #last = new Map<Service, { readonly of: Tested; readonly told: KeyVerdict | Cause }>();

  /** @param tested the settings as they were when the test began */
  note(service: Service, tested: Settings, told: KeyVerdict | Cause): void {
    this.#last.set(service, { of: testedIn(service, tested), told });
  }

  forget(service: Service): void {
    this.#last.delete(service);
  }

  /** Nothing is told of keys or a country that were chosen, or preset by the company, since. */
  toldOf(service: Service, now: Settings): KeyVerdict | Cause | null {
    const last = this.#last.get(service);
    return last !== undefined && isSame(last.of, testedIn(service, now)) ? last.told : null;
  }
}

const testedIn = (service: Service, { keys, region }: Settings): Tested => ({
  keys: keys[service],
  region: service === 'exact' ? region : null,
});

const isSame = (one: Tested, other: Tested): boolean =>
  one.region === other.region &&
  one.keys?.clientId === other.keys?.clientId &&
  one.keys?.clientSecret === other.keys?.clientSecret;
