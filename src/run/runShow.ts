import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { showTarget, type ShowTarget } from '../core/scratch/target.ts';
import { describeCluster } from '../kafka/admin/describeCluster.ts';
import { describeBrokerConfigs } from '../kafka/admin/describeBrokerConfigs.ts';
import { listAcls } from '../kafka/admin/listAcls.ts';
import { listTransactions } from '../kafka/admin/listTransactions.ts';
import type { ConfigEntry } from '../kafka/admin/configEntries.ts';
import { describeTopic } from '../kafka/admin/describeTopic.ts';
import { describeTopicConfigs } from '../kafka/admin/describeTopicConfigs.ts';
import { listGroups } from '../kafka/admin/listGroups.ts';
import { listPartitionOffsets } from '../kafka/admin/listPartitionOffsets.ts';
import { listTopics } from '../kafka/admin/listTopics.ts';
import type { ShownRow } from './blockResult.ts';
import { groupOffsetRows } from './groupOffsetRows.ts';
import { filledArgument } from './filledArgument.ts';
import type { RunContext } from './runContext.ts';
import type { RunOutcome } from './runOutcome.ts';

/** Asks the cluster what a SHOW block names; one row for each thing. Offsets are decimal strings. */
export async function runShow(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const argument = filledArgument(block, context);
  const target = showTarget(argument);
  if (target === undefined) {
    throw new ProblemError(problem('nameInvalid', `SHOW ${argument}`), block.argumentRange);
  }
  const rows = await rowsOf(target, context);
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
      return describeTopicConfigs(context.client, target.name, context.signal).then(configRows);
    case 'brokerConfigs':
      return brokerConfigRows(target.name, context);
    case 'acls':
      return listAcls(context.client, context.signal).then((rules) =>
        rules.map((rule) => ({ ...rule })),
      );
    case 'transactions':
      return transactionRows(context);
    case 'connectors':
    case 'subjects':
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

function configRows(configs: readonly ConfigEntry[]): ShownRow[] {
  return configs.map(({ name, value, source, isDefault }) => ({
    config: name,
    value,
    source,
    default: isDefault,
  }));
}

async function brokerConfigRows(id: string, { client, signal }: RunContext): Promise<ShownRow[]> {
  if (!/^\d{1,9}$/.test(id)) {
    throw new ProblemError(problem('integerInvalid', id, 0));
  }
  return configRows(await describeBrokerConfigs(client, Number(id), signal));
}

async function transactionRows({ client, signal }: RunContext): Promise<ShownRow[]> {
  const transactions = await listTransactions(client, signal);
  return transactions.map(({ transactionalId, producerId, state, coordinator }) => ({
    transactionalId,
    producerId: String(producerId),
    state,
    coordinator,
  }));
}
