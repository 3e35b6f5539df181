// The worker that evaluates regular expressions and CEL, whose cost nothing bounds: the thread that started
// it watches the beat and ends it. An entry of its own in the bundle.
import { parentPort, workerData } from 'node:worker_threads';
import { type SlowTest, slowTerms } from '../../core/filter/slowTerms.ts';
import { KafkaError } from '../../core/kafkaError.ts';
import { copyRecords } from '../../core/record/pickedBatch.ts';
import { RecordCursor } from '../../core/record/recordCursor.ts';
import {
  beatOf,
  type FilterAnswer,
  type FilterJob,
  type FilterWorkerData,
} from './filterMessages.ts';

const { terms, beat } = workerData as FilterWorkerData;
// An expression may fail on every record: the stack of each would cost more than the record.
Error.stackTraceLimit = 0;

function answer(message: FilterAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function work(job: FilterJob, test: SlowTest['test']): void {
  const cursor = new RecordCursor(job.bytes);
  const ranges: number[] = [];
  const found: number[] = [];
  let failed = 0;
  let firstFailure: { offset: bigint; message: string } | undefined;
  beat[beatOf.job] = job.id;
  let malformed: string | undefined;
  for (let index = 0; index < job.count; index++) {
    const start = cursor.at;
    try {
      cursor.next();
    } catch (error) {
      malformed = messageOf(error);
      break;
    }
    beat[beatOf.offsetDelta] = cursor.offsetDelta;
    beat[beatOf.count] = (beat[beatOf.count] ?? 0) + 1;
    const end = cursor.at;
    try {
      if (test(cursor, job)) {
        ranges.push(start, end);
        found.push(index);
      }
    } catch (error) {
      failed++;
      const offset = job.baseOffset + BigInt(cursor.offsetDelta);
      firstFailure ??= { offset, message: messageOf(error) };
    }
    cursor.at = end;
  }
  const { bytes, positions } = copyRecords(job.bytes, ranges);
  const { id } = job;
  const indexes = Int32Array.from(found);
  answer({ kind: 'done', id, bytes, positions, indexes, malformed, failed, firstFailure }, [
    bytes.buffer,
    positions.buffer,
    indexes.buffer,
  ]);
}

/** The first line: the rest of an expression's error draws where it happened. */
function messageOf(error: unknown): string {
  const { summary, message } = error as { summary?: string; message?: string };
  return summary ?? message?.split('\n')[0] ?? String(error);
}

try {
  const { required, test } = slowTerms(terms);
  parentPort?.on('message', (job: FilterJob) => work(job, test));
  answer({ kind: 'ready', required });
} catch (error) {
  const { message, details } =
    error instanceof KafkaError ? error : { message: messageOf(error), details: {} };
  answer({ kind: 'invalid', message, details });
}
