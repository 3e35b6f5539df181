import { KafkaError } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { GroupReader } from '../../kafka/consume/groupReader.ts';
import type { ReadSink } from '../../kafka/read/delivery.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import { TopicReader } from '../../kafka/read/topicReader.ts';
import { TopicsReader } from '../../kafka/read/topicsReader.ts';
import type { TailGroup } from './tailTarget.ts';

/** What reads for a tail view without a group. */
export type OwnReader = TopicReader | TopicsReader;

/** What reads for a tail view: they have the same face. */
export type TailReader = OwnReader | GroupReader;

/**
 * The reader of one topic or several; their limit, filter and isolation are the same. A member of a group seeks when
 * it is first asked to; afterwards it goes on where its group stands.
 *
 * @param plans one of each topic, at least one
 */
export async function openReader(
  client: ClusterClient,
  plans: readonly ReadPlan[],
  member: { readonly group: TailGroup | undefined; readonly maySeek: boolean },
  sink: ReadSink,
  log: Log,
  signal: AbortSignal,
): Promise<TailReader> {
  const [plan, ...more] = plans;
  if (plan === undefined) throw new KafkaError('internal', 'nothing to read');
  const { partitions, filter, isolation, limit } = plan;
  // Of a scan only what matches is shown: only that needs to be verified.
  const checksums = filter === undefined ? 'always' : 'whenShown';
  const options = { log, checksums } as const;
  const kept = {
    ...(filter && { filter }),
    ...(isolation && { isolation }),
  };
  if (more.length > 0) {
    const all = { ...kept, ...(limit !== undefined && { limit }), topics: plans };
    return new TopicsReader(client, all, sink, options);
  }
  if (member.group === undefined) return new TopicReader(client, plan, sink, options);
  const own = await member.group.plan(client, signal);
  const asked = {
    to: { kind: 'never' } as const,
    ...(member.maySeek ? {} : { seek: false }),
    ...(partitions && { partitions }),
    ...kept,
  };
  return new GroupReader(client, { ...own, ...asked }, sink, { log });
}
