import { KafkaError } from '../../core/kafkaError.ts';
import type { MetadataTopic } from '../wire/metadata.ts';
import type { ReadPlan } from './readPlan.ts';

/**
 * The partitions that a plan reads, in their order: those it names, those it has offsets for and no others, or all.
 * @throws KafkaError `partitionUnknown` for one that the topic does not have
 */
export function wantedPartitions(plan: ReadPlan, topic: MetadataTopic): number[] {
  const all = topic.partitions.map(({ partition }) => partition).sort((a, b) => a - b);
  const { from } = plan;
  const only = from.kind === 'offsets' && from.others === undefined;
  const wanted = plan.partitions ?? (only ? [...from.offsets.keys()] : all);
  for (const partition of wanted) {
    if (all.includes(partition)) continue;
    throw new KafkaError('partitionUnknown', `${topic.name} has no partition ${partition}`, {
      details: { topic: topic.name, partition, partitions: all.length },
    });
  }
  return [...new Set(wanted)].sort((a, b) => a - b);
}
