import { setImmediate } from 'node:timers/promises';
import { KafkaError } from '../../core/kafkaError.ts';
import type { TopicWriter } from '../../kafka/produce/topicWriter.ts';
import type { RunContext } from '../runContext.ts';
import { wait } from '../wait.ts';
import type { ProducedSummary } from './producedSummary.ts';
import type { ProducerSettings } from './producerSettings.ts';
import type { RecordChunk } from './recordChunks.ts';
import { wantedRecords } from './wantedRecords.ts';

/** How often progress is told. */
const progressMs = 200;
/** After so long of making records others get their turn. */
const turnMs = 8;

/** Which records are written and how quickly, who hears of it, and what ends it. */
export type WritePace = Pick<RunContext, 'progress' | 'signal' | 'only'> &
  Pick<ProducerSettings, 'rate'>;

/**
 * Writes all chunks, `first` first, and waits until it is known what became of each record. Rejects with the first
 * reason why one was not written, after which no more are taken, and with the signal's AbortError.
 */
export async function writeChunks(
  writer: TopicWriter,
  first: IteratorResult<RecordChunk>,
  chunks: AsyncGenerator<RecordChunk>,
  summary: ProducedSummary,
  { rate, progress, signal, only }: WritePace,
): Promise<void> {
  const isWanted = wantedRecords(only);
  let chunk = first;
  const startMs = performance.now();
  let toldMs = startMs;
  let turnAt = startMs;
  for (let index = 0; chunk.done !== true;) {
    try {
      const nowMs = Date.now();
      for (const record of chunk.value.records) {
        if (!isWanted(index)) {
          summary.skipped += 1;
          index += 1;
          continue;
        }
        try {
          writer.add(record, index, nowMs);
        } catch (error) {
          if (!(error instanceof KafkaError)) throw error;
          summary.add(index, { state: 'refused', partition: record.partition, error });
          break;
        }
        index += 1;
      }
      if (rate !== undefined) {
        await writer.flush();
        // At a low rate the pause is long: what went wrong is told before it.
        if (summary.failure !== undefined || chunk.value.isLast) break;
        await wait(startMs + ((index - summary.skipped) / rate) * 1000 - performance.now(), signal);
      } else if (writer.full) {
        await writer.room();
      }
      const atMs = performance.now();
      if (atMs - toldMs > progressMs) {
        toldMs = atMs;
        progress?.({ written: summary.written, ms: atMs - startMs });
      }
      if (atMs - turnAt > turnMs) {
        await setImmediate();
        turnAt = performance.now();
      }
      signal.throwIfAborted();
      if (summary.failure !== undefined) break;
      chunk = await chunks.next();
    } catch (error) {
      await writer.flush();
      throw error;
    }
  }
  await writer.flush();
  if (summary.failure !== undefined) {
    throw summary.failure;
  }
  signal.throwIfAborted();
}
