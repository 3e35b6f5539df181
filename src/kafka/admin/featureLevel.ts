/**
 * The names of the levels of `metadata.version` (KIP-584), as Kafka prints them; index 0 is level 7. Read
 * from `org.apache.kafka.server.common.MetadataVersion` of Kafka 4.3.1, whose oldest is 3.3-IV3.
 */
const names = [
  '3.3-IV3',
  '3.4-IV0',
  '3.5-IV0',
  '3.5-IV1',
  '3.5-IV2',
  '3.6-IV0',
  '3.6-IV1',
  '3.6-IV2',
  '3.7-IV0',
  '3.7-IV1',
  '3.7-IV2',
  '3.7-IV3',
  '3.7-IV4',
  '3.8-IV0',
  '3.9-IV0',
  '4.0-IV0',
  '4.0-IV1',
  '4.0-IV2',
  '4.0-IV3',
  '4.1-IV0',
  '4.1-IV1',
  '4.2-IV0',
  '4.2-IV1',
  '4.3-IV0',
  '4.4-IV0',
];
const firstLevel = 7;

/** A level of `metadata.version` in words, e.g. 30 → `4.3-IV0`; a level newer than us → `metadata.version 99`. */
export function featureLevelText(level: number): string {
  return names[level - firstLevel] ?? `metadata.version ${level}`;
}
