import type { Properties } from './property.ts';

export const financialPeriods = {
  ID: ['Guid', 'GPU'],
  Created: ['DateTime', 'G'],
  Creator: ['Guid', 'G'],
  CreatorFullName: ['String', 'G'],
  Division: ['Int32', 'G'],
  EndDate: ['DateTime', 'GPU'],
  FinPeriod: ['Int16', 'GPU'],
  FinYear: ['Int16', 'GPU'],
  Modified: ['DateTime', 'G'],
  Modifier: ['Guid', 'G'],
  ModifierFullName: ['String', 'G'],
  StartDate: ['DateTime', 'GPU'],
} as const satisfies Properties;
