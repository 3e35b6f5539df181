import type { Log } from '../../core/log.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { GroupReader } from '../../kafka/consume/groupReader.ts';
import type { ReadSink } from '../../kafka/read/delivery.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import { TopicReader } from '../../kafka/read/topicReader.ts';
import { TopicsReader } from '../../kafka/read/topicsReader.ts';
import { topicsOf, type TailGroup, type TailTarget } from './tailTarget.ts';

/** What reads for a tail view: they have the same face. */
export type TailReader = TopicReader | TopicsReader | GroupReader;

/**
 * The reader of a target. A member of a group seeks when it is first asked to; afterwards it goes on where its
 * group stands.
 */
export async function openReader(
  client: ClusterClient,
  target: TailTarget,
  plan: ReadPlan,
  member: { readonly group: TailGroup | undefined; readonly maySeek: boolean },
  sink: ReadSink,
  log: Log,
  signal: AbortSignal,
): Promise<TailReader> {
  const topics = topicsOf(target);
  // Of a scan only what matches is shown: only that needs to be verified.
  const checksums = plan.filter === undefined ? 'always' : 'whenShown';
  const options = { log, checksums } as const;
  if (topics.length > 1) return new TopicsReader(client, { ...plan, topics }, sink, options);
  if (member.group === undefined) return new TopicReader(client, plan, sink, options);
  const own = await member.group.plan(client, signal);
  const { partitions, filter, isolation } = plan;
  const asked = {
    to: { kind: 'never' } as const,
    ...(member.maySeek ? {} : { seek: false }),
    ...(partitions && { partitions }),
    ...(filter && { filter }),
    ...(isolation && { isolation }),
  };
  return new GroupReader(client, { ...own, ...asked }, sink, { log });
}
