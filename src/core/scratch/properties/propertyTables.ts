import type { BlockKind } from '../blockKinds.ts';
import { consumerProperties } from './consumerProperties.ts';
import { groupProperties } from './groupProperties.ts';
import { producerProperties } from './producerProperties.ts';
import type { PropertySpec } from './propertySpec.ts';
import { schemaProperties } from './schemaProperties.ts';
import { topicProperties } from './topicProperties.ts';

/** The properties of one kind of block by the name written in the file. */
export type PropertyTable = ReadonlyMap<string, PropertySpec>;

function table(specs: Readonly<Record<string, PropertySpec>>): PropertyTable {
  return new Map(Object.values(specs).map((spec) => [spec.name, spec]));
}

const none: PropertyTable = new Map();

/** Every kind of block with its properties: diagnostics, completion and hover are made from these. */
export const propertyTables: Readonly<Record<BlockKind, PropertyTable>> = {
  PRODUCER: table(producerProperties),
  CONSUMER: table(consumerProperties),
  TOPIC: table(topicProperties),
  GROUP: table(groupProperties),
  CONNECTOR: none,
  SCHEMA: table(schemaProperties),
  SHOW: none,
  DELETE: none,
};

/** The properties that each kind of block must have. */
export const requiredProperties: ReadonlyMap<BlockKind, readonly PropertySpec[]> = new Map(
  (Object.keys(propertyTables) as BlockKind[]).map((kind) => [
    kind,
    [...propertyTables[kind].values()].filter(({ required }) => required),
  ]),
);
