import type { KafkaErrorReason } from '../core/kafkaError.ts';
import { findProperty } from '../core/scratch/findProperty.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { splitLines } from '../core/scratch/lines.ts';
import { rangeInLine, type TextRange } from '../core/scratch/textRange.ts';

/** The properties that a refusal of the cluster is about, best first. */
const blamed: Partial<Record<KafkaErrorReason, readonly string[]>> = {
  topicUnknown: ['topic'],
  topicInvalid: ['topic'],
  notAuthorized: ['topic'],
  partitionUnknown: ['partition', 'partitions'],
  partitionsInvalid: ['partitions'],
  replicationFactorInvalid: ['replication-factor'],
  leaderUnavailable: ['partition', 'partitions', 'topic'],
  codecUnsupported: ['compression'],
  filterTooSlow: ['where'],
};

/** A line of a block's body (from 1), where its records are in it and not in a file. */
export function bodyLineRange(
  { body }: Pick<ScratchBlock, 'body'>,
  line: number,
): TextRange | undefined {
  if (body === undefined) return undefined;
  const { start } = body.range;
  const text = splitLines(body.text)[line - 1]?.text ?? '';
  const from = line === 1 ? start.character : 0;
  return rangeInLine(start.line + line - 1, from, from + text.length);
}

/** What a CONSUMER's own group is at fault for. */
const aboutGroups: ReadonlySet<KafkaErrorReason> = new Set(['groupUnknown', 'groupIncompatible']);

/**
 * The text of a block to blame for what the cluster answered: the value of the property that it is about,
 * else the name behind the keyword of a TOPIC or DELETE. Undefined where nothing in the block is at fault.
 */
export function blamedRange(block: ScratchBlock, reason: KafkaErrorReason): TextRange | undefined {
  const names = blamed[reason];
  const line = names?.map((name) => findProperty(block, name)).find((found) => found !== undefined);
  if (line !== undefined) {
    return line.valueRange;
  }
  if (block.kind === 'CONSUMER' && aboutGroups.has(reason)) {
    return block.argumentRange;
  }
  const isNamed = block.kind !== 'PRODUCER' && block.kind !== 'CONSUMER';
  return names !== undefined && isNamed ? block.argumentRange : undefined;
}
