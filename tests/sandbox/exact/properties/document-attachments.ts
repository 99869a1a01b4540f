import type { Properties } from './property.ts';

export const documentAttachments = {
  ID: ['Guid', 'GPU'],
  Attachment: ['Binary', 'GPU'],
  Document: ['Guid', 'GPU'],
  FileName: ['String', 'GPU'],
  FileSize: ['Double', 'G'],
  Url: ['String', 'G'],
} as const satisfies Properties;
