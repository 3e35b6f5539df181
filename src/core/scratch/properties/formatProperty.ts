import { dataFormat, type DataFormat } from '../values/dataFormat.ts';
import { property, type PropertySpec } from './propertySpec.ts';

/** The property that says how keys or values become bytes, or how bytes are read; `doc` as in {@link PropertySpec}. */
export function formatProperty(
  name: 'key-format' | 'value-format',
  use: 'produce' | 'consume',
  doc: string,
): PropertySpec<DataFormat> {
  return property(name, dataFormat(use), { kind: 'format' }, doc, { existing: true });
}
