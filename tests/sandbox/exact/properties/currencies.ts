import type { Properties } from './property.ts';

/** Property to Edm type and the methods that may name it (G get, P post, U put). */
export const currencies: Properties = {
  Code: 'String GPU',
  AmountPrecision: 'Double GPU',
  Created: 'DateTime GPU',
  Description: 'String GPU',
  Modified: 'DateTime GPU',
  PricePrecision: 'Double GPU',
};
