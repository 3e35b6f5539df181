import { problem } from '../core/scratch/problem.ts';
import type { PropertySpec } from '../core/scratch/properties/propertySpec.ts';
import type { TemplateScope } from '../core/scratch/template/renderTemplate.ts';
import type { DataFormat } from '../core/scratch/values/dataFormat.ts';
import type { PropertyReader } from './propertyReader.ts';

const text: DataFormat = { kind: 'string', encoding: 'utf8' };

/**
 * The format that a property names; plain text where it is left out.
 *
 * @throws ProblemError at the property for a format that needs a schema
 */
export function readFormat(
  reader: PropertyReader,
  spec: PropertySpec<DataFormat>,
  scope: TemplateScope,
): DataFormat {
  const found = reader.read(spec, scope) ?? text;
  if (found.kind === 'avro' || found.kind === 'protobuf') {
    reader.refuse(spec, problem('formatNotYet', found.kind));
  }
  return found;
}
