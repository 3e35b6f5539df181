import { choice } from '../values/choice.ts';
import { someText } from '../values/text.ts';
import { choices, examples, property } from './propertySpec.ts';

const types = ['avro', 'protobuf', 'json'] as const;
const levels = [
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
  'NONE',
] as const;

/** Every property of a SCHEMA block. */
export const schemaProperties = {
  type: property('type', choice(...types), choices(...types), 'The language of the schema.'),
  compatibility: property(
    'compatibility',
    choice(...levels),
    choices(...levels),
    'Which changes of the subject’s schema the registry lets pass.',
  ),
  references: property(
    'references',
    someText,
    examples('name=subject:1'),
    'Schemas that this one builds on.',
  ),
};
