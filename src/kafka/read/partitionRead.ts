import type { BodyCache } from '../../core/record/bodyCache.ts';
import { defaultMaxBodyBytes, type BatchContext } from '../../core/record/batchContext.ts';
import type { KafkaError } from '../../core/kafkaError.ts';
import { nodeCodecs } from './nodeCodecs.ts';
import type { PartitionProgress } from './readProgress.ts';

/** How long a replica that has failed is left alone. */
const replicaRestMs = 60_000;

/** One partition of a read: where it stands and what it waits for. Mutable; owned by its `TopicReader`. */
export class PartitionRead implements PartitionProgress {
  readonly topic: string;
  readonly partition: number;
  readonly context: BatchContext;
  start: bigint | undefined;
  beginning: bigint | undefined;
  position: bigint | undefined;
  end: bigint | undefined;
  stop: bigint | undefined;
  problem: KafkaError | undefined;
  goneOffsets = 0n;
  clamped = false;
  /** Broker that is asked, and the epoch of its leadership. */
  leader: number | undefined;
  leaderEpoch = -1;
  /** Since when nothing could be read, in ms of the monotonic clock. */
  problemSince: number | undefined;
  /** Since when answers hold nothing although the partition does not end there, in ms of the monotonic clock. */
  emptySince: number | undefined;
  /** Offset that the next request asks for; ahead of `position` while an answer is being handed on. */
  nextFetch = 0n;
  /** When a replica nearby has failed, in ms of the monotonic clock. */
  #replicaFailedAt = -Infinity;
  /** How often in a row nothing could be made of an answer. */
  unreadable = 0;

  constructor(topic: string, partition: number, bodies: BodyCache) {
    this.topic = topic;
    this.partition = partition;
    this.context = {
      topic,
      partition,
      codecs: nodeCodecs,
      bodies,
      maxBodyBytes: defaultMaxBodyBytes,
    };
  }

  get done(): boolean {
    return this.stop !== undefined && this.position !== undefined && this.position >= this.stop;
  }

  get fetchedAll(): boolean {
    return this.stop !== undefined && this.nextFetch >= this.stop;
  }

  /** Sets where reading goes on. */
  moveTo(offset: bigint): void {
    this.position = offset;
    this.nextFetch = offset;
  }

  /** Goes on behind bytes that make no sense, further with each time in a row, but never past the end. */
  skipUnreadable(): void {
    const next = this.nextFetch + 2n ** BigInt(Math.min(this.unreadable++, 20));
    const end = this.end ?? next;
    this.nextFetch = next > end && end > this.nextFetch ? end : next;
  }

  /** Reading went well: whatever stood in the way is over. */
  healthy(): void {
    this.problem = undefined;
    this.problemSince = undefined;
  }

  /** A broker could not serve it; another than the leader is not tried again for a while. */
  lostBy(broker: number): void {
    if (broker !== this.leader) this.#replicaFailedAt = performance.now();
  }

  get avoidsReplicas(): boolean {
    return performance.now() - this.#replicaFailedAt < replicaRestMs;
  }

  failed(problem: KafkaError): void {
    this.problem = problem;
    this.problemSince ??= performance.now();
  }

  snapshot(): PartitionProgress {
    const { topic, partition, start, beginning, position, end, stop } = this;
    const { done, problem, goneOffsets, clamped } = this;
    return {
      ...{ topic, partition, start, beginning, position, end, stop },
      ...{ done, problem, goneOffsets, clamped },
    };
  }
}
