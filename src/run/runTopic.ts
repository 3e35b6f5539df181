import { KafkaError } from '../core/kafkaError.ts';
import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import { topicShape } from '../core/scratch/properties/topicProperties.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { createTopic, type NewTopic } from '../kafka/admin/createTopic.ts';
import { describeTopic } from '../kafka/admin/describeTopic.ts';
import { describeTopicConfigs } from '../kafka/admin/describeTopicConfigs.ts';
import type { TopicInfo } from '../kafka/admin/topicInfo.ts';
import type { ClusterClient } from '../kafka/connection/clusterClient.ts';
import { PropertyReader } from './propertyReader.ts';
import type { RunContext } from './runContext.ts';
import type { RunOutcome } from './runOutcome.ts';
import { RunScope } from './runScope.ts';

/** Creates the topic of a TOPIC block; one that exists in the same shape is a success. */
export async function runTopic(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const { client, signal } = context;
  const wanted = wantedTopic(block, context);
  const existing = await topicOrNone(client, wanted.name, signal);
  if (existing === undefined) {
    await createTopic(client, wanted, signal);
    return { change: 'created' };
  }
  const differences = await differencesOf(wanted, existing, client, signal);
  if (differences.length > 0) {
    const found = problem('topicChangeNotYet', wanted.name, differences.join(', '));
    throw new ProblemError(found, block.argumentRange, 'notSupportedYet');
  }
  return { change: 'alreadySo' };
}

function wantedTopic(block: ScratchBlock, context: RunContext): NewTopic {
  const reader = new PropertyReader(block);
  const scope = new RunScope(context).at(0);
  const shape: ReadonlySet<string> = new Set(Object.values(topicShape).map(({ name }) => name));
  const configs: Record<string, string> = {};
  for (const { name, spec, text } of block.properties) {
    if (!shape.has(name)) {
      // A config that this version does not know goes to the broker as written.
      const value = spec === undefined ? text : reader.read(spec, scope);
      configs[name] = String(value);
    }
  }
  return {
    name: block.argument,
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

/** Each difference as `name: now → wanted`; what the block does not name may be anything. */
async function differencesOf(
  wanted: NewTopic,
  existing: TopicInfo,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<string[]> {
  const differences: string[] = [];
  const compare = (name: string, now: string | number, want: string | number | undefined): void => {
    if (want !== undefined && String(now) !== String(want)) {
      differences.push(`${name}: ${now} → ${want}`);
    }
  };
  compare('partitions', existing.partitions.length, wanted.partitions);
  const replicas = existing.partitions[0]?.replicas.length ?? 0;
  compare('replication-factor', replicas, wanted.replicationFactor);
  const configs = Object.entries(wanted.configs ?? {});
  if (configs.length > 0) {
    const entries = await describeTopicConfigs(client, wanted.name, signal);
    const values = new Map(entries.map(({ name, value }) => [name, value]));
    for (const [name, value] of configs) {
      compare(name, values.get(name) ?? '', value);
    }
  }
  return differences;
}
