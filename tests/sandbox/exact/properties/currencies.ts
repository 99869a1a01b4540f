import type { Properties } from './property.ts';

export const currencies = {
  Code: ['String', 'GPU'],
  AmountPrecision: ['Double', 'GPU'],
  Created: ['DateTime', 'GPU'],
  Description: ['String', 'GPU'],
  Modified: ['DateTime', 'GPU'],
  PricePrecision: ['Double', 'GPU'],
} as const satisfies Properties;
