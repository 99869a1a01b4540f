import type { Properties } from './property.ts';

export const documentTypes = {
  ID: ['Int32', 'GPU'],
  Created: ['DateTime', 'GPU'],
  Description: ['String', 'GPU'],
  DocumentIsCreatable: ['Boolean', 'GPU'],
  DocumentIsDeletable: ['Boolean', 'GPU'],
  DocumentIsUpdatable: ['Boolean', 'GPU'],
  DocumentIsViewable: ['Boolean', 'GPU'],
  Modified: ['DateTime', 'GPU'],
  TypeCategory: ['Int32', 'GPU'],
} as const satisfies Properties;
