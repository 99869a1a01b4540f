import type { Properties } from './property.ts';

export const exchangeRates = {
  ID: ['Guid', 'GPU'],
  Created: ['DateTime', 'G'],
  Creator: ['Guid', 'G'],
  CreatorFullName: ['String', 'G'],
  Division: ['Int32', 'G'],
  Modified: ['DateTime', 'G'],
  Modifier: ['Guid', 'G'],
  ModifierFullName: ['String', 'G'],
  Rate: ['Double', 'GPU'],
  SourceCurrency: ['String', 'GPU'],
  SourceCurrencyDescription: ['String', 'G'],
  StartDate: ['DateTime', 'GPU'],
  TargetCurrency: ['String', 'G'],
  TargetCurrencyDescription: ['String', 'G'],
} as const satisfies Properties;
