import Big from 'big.js';
import { z } from 'zod';

/** A decimal is kept as its plain text, since storage would strip a Big of its methods. */
export const storedDecimal = z.codec(z.string().regex(/^-?\d+(\.\d+)?$/), z.instanceof(Big), {
  decode: (text) => new Big(text),
  encode: (decimal) => decimal.toFixed(),
});
