import { Buffer } from 'node:buffer';
import { KafkaError } from '../../core/kafkaError.ts';
import type { FramePool } from './framePool.ts';

/** A frame that announces more is no answer of a broker, which sends at most what we ask for. */
const longestFrameBytes = 1024 * 1024 * 1024;
/** Holds the beginning of an answer, and all of a small one. */
const headBytes = 64 * 1024;
const sizeBytes = 4;

/** What to do with what comes out. */
export interface FrameSink {
  /** One whole answer, its four bytes of size included, in memory of its own. */
  frame(bytes: Buffer): void;
  /** What came is not Kafka's protocol. */
  failed(error: KafkaError): void;
}

/**
 * Cuts a socket's bytes into answers, each read by the system right into the memory where it stays: for megabytes of
 * records, the usual way (chunks that are joined at the end) costs as much as reading them. Use it with `onread` of
 * `net.connect`: `buffer` says where the next bytes go, `received` how many have come.
 */
export class FrameReceiver {
  readonly #sink: FrameSink;
  readonly #frames: FramePool | undefined;
  readonly #head = Buffer.allocUnsafeSlow(headBytes);
  /** The answer under way, once its size is known and does not fit the head. */
  #frame: Buffer | undefined;
  /** Bytes of the answer under way (in the head: of all that lies there). */
  #filled = 0;

  /** @param frames where the memory of large answers is from; each gets its own unless told */
  constructor(sink: FrameSink, frames?: FramePool) {
    this.#sink = sink;
    this.#frames = frames;
  }

  /** Where the next bytes go. */
  buffer(): Buffer {
    return (this.#frame ?? this.#head).subarray(this.#filled);
  }

  /** So many bytes now lie where `buffer` said. */
  received(bytes: number): void {
    this.#filled += bytes;
    if (this.#frame !== undefined) {
      if (this.#filled === this.#frame.length) this.#finish(this.#frame);
      return;
    }
    this.#cutHead();
  }

  #finish(frame: Buffer): void {
    this.#frame = undefined;
    this.#filled = 0;
    this.#sink.frame(frame);
  }

  /** Hands on the answers that the head holds; the rest begins an answer of its own. */
  #cutHead(): void {
    let start = 0;
    while (this.#filled - start >= sizeBytes) {
      const length = this.#head.readInt32BE(start) + sizeBytes;
      if (length < sizeBytes || length > longestFrameBytes) {
        this.#sink.failed(
          new KafkaError('notKafka', `an answer announces ${length - sizeBytes} bytes`),
        );
        return;
      }
      const end = start + length;
      if (end > this.#filled) {
        if (length > headBytes) {
          this.#frame = this.#frames?.take(length) ?? Buffer.allocUnsafeSlow(length);
          this.#filled = this.#head.copy(this.#frame, 0, start, this.#filled);
          return;
        }
        break;
      }
      const frame = Buffer.allocUnsafeSlow(length);
      this.#head.copy(frame, 0, start, end);
      start = end;
      this.#sink.frame(frame);
    }
    this.#head.copyWithin(0, start, this.#filled);
    this.#filled -= start;
  }
}
