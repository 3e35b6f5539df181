import { KafkaError } from '../core/kafkaError.ts';
import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import { topicShape } from '../core/scratch/properties/topicProperties.ts';
import { topicNameValue } from '../core/scratch/values/topicNameValue.ts';
import { findProperty } from '../core/scratch/findProperty.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { addPartitions, setTopicConfigs } from '../kafka/admin/alterTopic.ts';
import { createTopic, type NewTopic } from '../kafka/admin/createTopic.ts';
import { setReplicationFactor } from '../kafka/admin/setReplicationFactor.ts';
import { describeTopic } from '../kafka/admin/describeTopic.ts';
import type { TopicInfo } from '../kafka/admin/topicInfo.ts';
import type { ClusterClient } from '../kafka/connection/clusterClient.ts';
import { carryOut } from './change.ts';
import { PropertyReader } from './propertyReader.ts';
import type { RunContext } from './runContext.ts';
import type { RunOutcome } from './runOutcome.ts';
import { RunScope } from './runScope.ts';
import { topicDifferences, type TopicDifference } from './topicDifferences.ts';

/**
 * Creates the topic of a TOPIC block, or alters it to match once `confirm` has been told the difference; one
 * that exists in the same shape is a success. Changes in an order that stops before anything is lost.
 */
export async function runTopic(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const { client, signal, t } = context;
  const wanted = wantedTopic(block, context);
  const existing = await topicOrNone(client, wanted.name, signal);
  if (existing === undefined) {
    context.preview?.wouldCreate(wanted.name);
    const apply = async (): Promise<RunOutcome> => {
      await createTopic(client, wanted, signal);
      return { change: 'created' };
    };
    const plan = t('This creates the topic “{0}”.', wanted.name);
    return carryOut({ plan, action: 'write', apply }, block, context);
  }
  const differences = await topicDifferences(wanted, existing, client, signal);
  if (differences.length === 0) {
    return { change: 'alreadySo' };
  }
  refuseImpossible(block, wanted, existing);
  const list = differences.map(({ name, now, want }) => `${name}: ${now} → ${want}`).join(', ');
  const more = differences.some(({ name }) => name === topicShape.partitions.name);
  const plan = more
    ? t(
        'This changes the topic “{0}”: {1}. Records with a key may go to other partitions from then on.',
        wanted.name,
        list,
      )
    : t('This changes the topic “{0}”: {1}.', wanted.name, list);
  const apply = async (): Promise<RunOutcome> => {
    await alter(wanted, existing, differences, client, signal);
    return { change: 'changed' };
  };
  const rows = differences.map((one) => ({ ...one }));
  return carryOut({ plan, action: 'change', rows, apply }, block, context);
}

async function alter(
  { name, partitions, replicationFactor, configs = {} }: NewTopic,
  existing: TopicInfo,
  differences: readonly TopicDifference[],
  client: ClusterClient,
  signal: AbortSignal,
): Promise<void> {
  const changed = new Set(differences.map((one) => one.name));
  const set = Object.entries(configs).filter(([config]) => changed.has(config));
  // Configs first: a wrong value is refused before partitions are added, which cannot be taken back.
  if (set.length > 0) {
    await setTopicConfigs(client, name, Object.fromEntries(set), signal);
  }
  // Partitions that are added get as many replicas as the others have then.
  if (replicationFactor !== undefined && changed.has(topicShape.replicationFactor.name)) {
    await setReplicationFactor(client, existing, replicationFactor, signal);
  }
  if (partitions !== undefined && changed.has(topicShape.partitions.name)) {
    await addPartitions(client, name, partitions, signal);
  }
}

/** Kafka takes no partitions away. */
function refuseImpossible(block: ScratchBlock, wanted: NewTopic, existing: TopicInfo): void {
  const now = existing.partitions.length;
  if (wanted.partitions !== undefined && wanted.partitions < now) {
    const range = findProperty(block, topicShape.partitions.name)?.valueRange;
    throw new ProblemError(problem('partitionsFewer', wanted.name, now, wanted.partitions), range);
  }
}

function wantedTopic(block: ScratchBlock, context: RunContext): NewTopic {
  const reader = new PropertyReader(block);
  const scope = new RunScope(context).at(0);
  const shape: ReadonlySet<string> = new Set(Object.values(topicShape).map(({ name }) => name));
  const name = reader.argument(scope);
  const checked = topicNameValue(name);
  if (!checked.ok) throw new ProblemError(checked.problem, block.argumentRange);
  const configs: Record<string, string> = {};
  for (const { name: property, spec, text } of block.properties) {
    if (!shape.has(property)) {
      // A config that this version does not know goes to the broker as written.
      const value = spec === undefined ? text : reader.read(spec, scope);
      configs[property] = String(value);
    }
  }
  return {
    name,
    partitions: reader.read(topicShape.partitions, scope),
    replicationFactor: reader.read(topicShape.replicationFactor, scope),
    configs,
  };
}

async function topicOrNone(
  client: ClusterClient,
  name: string,
  signal: AbortSignal,
): Promise<TopicInfo | undefined> {
  try {
    return await describeTopic(client, name, signal);
  } catch (error) {
    if (error instanceof KafkaError && error.reason === 'topicUnknown') {
      return undefined;
    }
    throw error;
  }
}
