// File by file: the library's index brings every country of the world, and Node cannot load its ES modules.
import { validate as isAustrian } from 'stdnum/lib/cjs/at/uid.js';
import { validate as isBelgian } from 'stdnum/lib/cjs/be/vat.js';
import { validate as isBulgarian } from 'stdnum/lib/cjs/bg/vat.js';
import { validate as isSwiss } from 'stdnum/lib/cjs/ch/uid.js';
import { validate as isCypriot } from 'stdnum/lib/cjs/cy/vat.js';
import { validate as isCzech } from 'stdnum/lib/cjs/cz/dic.js';
import { validate as isGerman } from 'stdnum/lib/cjs/de/vat.js';
import { validate as isDanish } from 'stdnum/lib/cjs/dk/cvr.js';
import { validate as isEstonian } from 'stdnum/lib/cjs/ee/kmkr.js';
import { validate as isSpanish } from 'stdnum/lib/cjs/es/nif.js';
import { InvalidChecksum } from 'stdnum/lib/cjs/exceptions.js';
import { validate as isFinnish } from 'stdnum/lib/cjs/fi/alv.js';
import { validate as isFrench } from 'stdnum/lib/cjs/fr/tva.js';
import { validate as isBritish } from 'stdnum/lib/cjs/gb/vat.js';
import { validate as isGreek } from 'stdnum/lib/cjs/gr/vat.js';
import { validate as isCroatian } from 'stdnum/lib/cjs/hr/oib.js';
import { validate as isHungarian } from 'stdnum/lib/cjs/hu/anum.js';
import { validate as isIrishPerson } from 'stdnum/lib/cjs/ie/pps.js';
import { validate as isIrish } from 'stdnum/lib/cjs/ie/vat.js';
import { validate as isItalian } from 'stdnum/lib/cjs/it/iva.js';
import { validate as isLithuanian } from 'stdnum/lib/cjs/lt/pvm.js';
import { validate as isLuxembourgish } from 'stdnum/lib/cjs/lu/tva.js';
import { validate as isLatvian } from 'stdnum/lib/cjs/lv/pvn.js';
import { validate as isMaltese } from 'stdnum/lib/cjs/mt/vat.js';
import { validate as isDutch } from 'stdnum/lib/cjs/nl/btw.js';
import { validate as isPolish } from 'stdnum/lib/cjs/pl/nip.js';
import { validate as isPortuguese } from 'stdnum/lib/cjs/pt/nif.js';
import { validate as isRomanian } from 'stdnum/lib/cjs/ro/cif.js';
import { validate as isSwedish } from 'stdnum/lib/cjs/se/orgnr.js';
import { validate as isSlovenian } from 'stdnum/lib/cjs/si/ddv.js';
import { validate as isSlovak } from 'stdnum/lib/cjs/sk/dph.js';

type Holds = (rest: string) => boolean;

/**
 * Only a wrong check digit counts. What the library believes of a number's other parts (years, offices, first digits)
 * refuses numbers that are in use: companies of Bulgaria from 4 to 8, sole traders of Slovakia, Latvians since 2017.
 */
const by =
  (validate: typeof isAustrian): Holds =>
  (rest) =>
    !(validate(rest).error instanceof InvalidChecksum);

const CHECKS: ReadonlyMap<string, Holds> = new Map<string, Holds>([
  ['AT', by(isAustrian)],
  ['BE', by(isBelgian)],
  // The library has the test of ten digits, for persons, the wrong way round.
  ['BG', (rest) => rest.length === 10 || by(isBulgarian)(rest)],
  ['CH', (rest) => by(isSwiss)(`CH${rest.slice(0, 10)}`)],
  ['CY', by(isCypriot)],
  // The library reckons the numbers of VAT groups, nine digits from 6 on, one place off.
  ['CZ', (rest) => /^6\d{8}$/.test(rest) || by(isCzech)(rest)],
  ['DE', by(isGerman)],
  ['DK', by(isDanish)],
  ['EE', by(isEstonian)],
  ['EL', by(isGreek)],
  ['ES', by(isSpanish)],
  ['FI', by(isFinnish)],
  // How a key with letters is made is not published for certain.
  ['FR', (rest) => /^\d?[A-Z]/.test(rest) || by(isFrench)(rest)],
  ['GB', by(isBritish)],
  ['HR', by(isCroatian)],
  ['HU', by(isHungarian)],
  // A sole trader's is the personal number, in which some second letters do not count.
  ['IE', (rest) => by(isIrish)(rest) || isIrishPerson(rest).isValid],
  ['IT', by(isItalian)],
  ['LT', by(isLithuanian)],
  ['LU', by(isLuxembourgish)],
  ['LV', by(isLatvian)],
  ['MT', by(isMaltese)],
  ['NL', by(isDutch)],
  ['PL', by(isPolish)],
  ['PT', by(isPortuguese)],
  ['RO', by(isRomanian)],
  // The last two digits number the parts of one company.
  ['SE', (rest) => by(isSwedish)(rest.slice(0, 10))],
  ['SI', by(isSlovenian)],
  ['SK', by(isSlovak)],
  ['XI', by(isBritish)],
]);

/**
 * Does the check digit fit? Yes where the country has none, or none that is certain.
 * @param prefix the country's prefix of VAT numbers
 * @param rest what follows it, in the country's own pattern
 */
export const hasGoodCheckDigit = (prefix: string, rest: string): boolean => CHECKS.get(prefix)?.(rest) ?? true;
