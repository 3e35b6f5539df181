import { KafkaError } from '../../core/kafkaError.ts';
import { groupProperties as specs } from '../../core/scratch/properties/groupProperties.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { commitGroupOffsets } from '../../kafka/admin/commitGroupOffsets.ts';
import { carryOut } from '../change.ts';
import { failureOf } from '../failureOf.ts';
import { groupOffsetRows } from '../groupOffsetRows.ts';
import { groupWithoutMembers } from '../groupWithoutMembers.ts';
import { PropertyReader } from '../propertyReader.ts';
import type { RunContext } from '../runContext.ts';
import type { RunOutcome } from '../runOutcome.ts';
import { RunScope } from '../runScope.ts';
import { planReset, type GroupChoice, type OffsetMove } from './planReset.ts';

/** How many moves a question can name. */
const mostNamed = 5;

/**
 * Describes a group, or with `reset:` moves its committed offsets once `confirm` has been told each old and new
 * one; refused while the group has members. Offsets that are there already are a success.
 */
export async function runGroup(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const { client, signal, t } = context;
  const reader = new PropertyReader(block);
  const scope = new RunScope(context).at(0);
  const group = reader.argument(scope);
  const choice: GroupChoice = {
    topic: reader.read(specs.topic, scope),
    partitions: reader.read(specs.partitions, scope),
  };
  const reset = reader.read(specs.reset, scope);
  if (reset === undefined) {
    const rows = await groupOffsetRows(group, context);
    return {
      rows: rows.filter(
        ({ topic, partition }) =>
          (choice.topic === undefined || topic === choice.topic) &&
          (choice.partitions === undefined || choice.partitions.includes(Number(partition))),
      ),
    };
  }
  const refused = await refusedForMembers(group, choice, block, context);
  const moves = await planReset(group, choice, reset, block, context);
  const changes = moves.filter(({ from, to }) => from !== to);
  const rows = moves.map(rowOf);
  if (changes.length === 0) {
    return { change: 'alreadySo', rows };
  }
  if (refused !== undefined && context.preview === undefined) throw refused;
  const named = changes.slice(0, mostNamed).map(moveText).join(', ');
  const plan = t(
    'This moves {0} committed offsets of the group “{1}”: {2}.',
    changes.length,
    group,
    changes.length > mostNamed ? `${named}, …` : named,
  );
  const apply = async (): Promise<RunOutcome> => {
    const offsets = changes.map(({ topic, partition, to }) => ({ topic, partition, offset: to }));
    await commitGroupOffsets(client, group, offsets, signal);
    return { change: 'reset' };
  };
  if (refused === undefined) {
    return carryOut({ plan, action: 'reset', rows, apply }, block, context);
  }
  const { message } = failureOf(refused, t);
  return { plan: t('{0} Now it would be refused: {1}', plan, message), rows };
}

/**
 * Why a group's offsets cannot be moved while it has members. A group that is not there yet can be given offsets
 * where the block names the topic.
 */
async function refusedForMembers(
  group: string,
  { topic }: GroupChoice,
  block: ScratchBlock,
  context: RunContext,
): Promise<KafkaError | undefined> {
  try {
    await groupWithoutMembers(group, block, context);
    return undefined;
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    if (error.reason === 'groupHasMembers') return error;
    if (error.reason === 'groupUnknown' && topic !== undefined) return undefined;
    throw error;
  }
}

function moveText({ topic, partition, from, to }: OffsetMove): string {
  return `${topic}[${partition}] ${from ?? '–'} → ${to}`;
}

function rowOf({ topic, partition, from, to }: OffsetMove): Record<string, string | number | null> {
  return {
    topic,
    partition,
    from: from === undefined ? null : String(from),
    to: String(to),
    by: from === undefined ? null : String(to - from),
  };
}
