import { KafkaError } from '../core/kafkaError.ts';
import type { Translate } from '../messages/translate.ts';
import type { RunOutcome } from './runOutcome.ts';

/** Running blocks without changing anything: each tells what it would do. One preview serves all blocks of a file. */
export class Preview {
  readonly #topics = new Set<string>();

  /** Remembers a topic that is not there, and that a block would create. */
  wouldCreate(topic: string): void {
    this.#topics.add(topic);
  }

  /** The outcome of a block that needs such a topic; undefined where the error is about something else. */
  outcomeWithout(error: unknown, t: Translate): RunOutcome | undefined {
    if (!(error instanceof KafkaError) || error.reason !== 'topicUnknown') return undefined;
    const { topic } = error.details;
    return typeof topic === 'string' && this.#topics.has(topic)
      ? { plan: t('This needs the topic “{0}”, which a block above creates.', topic) }
      : undefined;
  }
}
