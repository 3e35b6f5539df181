import { schemaSource } from '../values/fileReference.ts';
import { property } from './propertySpec.ts';

/** The property that names the schema of the values, of PRODUCER and CONSUMER blocks alike. */
export const valueSchema = property(
  'value-schema',
  schemaSource,
  { kind: 'file' },
  'The schema of the value, inline or file(path) relative to this file.',
  { existing: true },
);
