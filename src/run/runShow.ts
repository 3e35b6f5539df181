import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { showTarget, type ShowTarget } from '../core/scratch/target.ts';
import { describeCluster } from '../kafka/admin/describeCluster.ts';
import { describeGroup } from '../kafka/admin/describeGroup.ts';
import { describeTopic } from '../kafka/admin/describeTopic.ts';
import { describeTopicConfigs } from '../kafka/admin/describeTopicConfigs.ts';
import { listGroupOffsets } from '../kafka/admin/listGroupOffsets.ts';
import { listGroups } from '../kafka/admin/listGroups.ts';
import { listPartitionOffsets } from '../kafka/admin/listPartitionOffsets.ts';
import { listTopics } from '../kafka/admin/listTopics.ts';
import type { ShownRow } from './blockResult.ts';
import type { RunContext } from './runContext.ts';
import type { RunOutcome } from './runOutcome.ts';

/** Asks the cluster what a SHOW block names; one row for each thing. Offsets are decimal strings. */
export async function runShow(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const target = showTarget(block.argument);
  const rows = target === undefined ? undefined : await rowsOf(target, context);
  if (rows === undefined) {
    const found = problem('blockNotYet', `SHOW ${block.argument}`);
    throw new ProblemError(found, block.argumentRange, 'notSupportedYet');
  }
  return { rows };
}

function rowsOf(target: ShowTarget, context: RunContext): Promise<ShownRow[]> | undefined {
  switch (target.what) {
    case 'topics':
      return topicRows(context);
    case 'topic':
      return partitionRows(target.name, context);
    case 'groups':
      return groupRows(context);
    case 'group':
      return groupOffsetRows(target.name, context);
    case 'brokers':
      return brokerRows(context);
    case 'topicConfigs':
      return configRows(target.name, context);
    case 'brokerConfigs':
    case 'acls':
    case 'connectors':
    case 'subjects':
    case 'transactions':
      return undefined;
  }
}

async function topicRows({ client, signal }: RunContext): Promise<ShownRow[]> {
  const topics = await listTopics(client, signal);
  return topics
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, internal, partitions }) => ({
      topic: name,
      partitions: partitions.length,
      replicationFactor: partitions[0]?.replicas.length ?? 0,
      internal,
    }));
}

async function partitionRows(name: string, { client, signal }: RunContext): Promise<ShownRow[]> {
  const topic = await describeTopic(client, name, signal);
  const offsets = await listPartitionOffsets(client, topic, signal);
  return topic.partitions.map(({ partition, leader, replicas, inSyncReplicas }) => {
    const found = offsets.find((one) => one.partition === partition);
    return {
      partition,
      leader: leader ?? null,
      replicas: replicas.join(','),
      inSyncReplicas: inSyncReplicas.join(','),
      beginning: found?.beginning === undefined ? null : String(found.beginning),
      end: found?.end === undefined ? null : String(found.end),
    };
  });
}

async function groupRows({ client, signal }: RunContext): Promise<ShownRow[]> {
  const groups = await listGroups(client, signal);
  return groups
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, type, state, coordinator }) => ({
      group: id,
      type,
      state: state ?? null,
      coordinator,
    }));
}

async function groupOffsetRows(id: string, { client, signal }: RunContext): Promise<ShownRow[]> {
  const { members } = await describeGroup(client, id, signal);
  const offsets = await listGroupOffsets(client, id, signal);
  return offsets.map(({ topic, partition, committed, end, lag }) => {
    const member = members.find(({ assignments }) =>
      assignments.some((one) => one.topic === topic && one.partitions.includes(partition)),
    );
    return {
      topic,
      partition,
      committed: String(committed),
      end: end === undefined ? null : String(end),
      lag: lag === undefined ? null : String(lag),
      member: member?.memberId ?? null,
      host: member?.host ?? null,
    };
  });
}

async function brokerRows({ client, signal }: RunContext): Promise<ShownRow[]> {
  const { brokers } = await describeCluster(client, signal);
  return brokers.map(({ id, host, port, rack, isController }) => ({
    broker: id,
    host,
    port,
    rack: rack ?? null,
    controller: isController,
  }));
}

async function configRows(topic: string, { client, signal }: RunContext): Promise<ShownRow[]> {
  const configs = await describeTopicConfigs(client, topic, signal);
  return configs.map(({ name, value, source, isDefault }) => ({
    config: name,
    value,
    source,
    default: isDefault,
  }));
}
