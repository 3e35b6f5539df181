import { silentLog } from '../../../src/core/log.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { english } from '../../../src/messages/translate.ts';
import type { TailPlan } from '../../../src/protocol/tailPlan.ts';
import type { ReadStarts } from '../../../src/protocol/tailPageState.ts';
import { TailRead } from '../../../src/vscode/tail/tailRead.ts';
import type { TailReadStatus } from '../../../src/vscode/tail/tailReadStatus.ts';

/** What a tail view reads of some topics, with the values that have come so far. */
export class OpenedRead {
  readonly read: TailRead;
  readonly values: string[] = [];
  #changed = (): void => undefined;

  /** @param starts where it began before a reload */
  constructor(
    client: ClusterClient,
    topics: string | readonly [string, ...string[]],
    plan: TailPlan,
    starts?: ReadStarts,
  ) {
    const [topic, ...moreTopics] = typeof topics === 'string' ? ([topics] as const) : topics;
    this.read = new TailRead({
      target: { cluster: 'test', topic, ...(moreTopics.length > 0 && { moreTopics }), ...plan },
      connect: () => Promise.resolve(client),
      log: silentLog,
      t: english,
      locale: 'en',
      batch: (batch) => {
        for (let index = 0; index < batch.count; index++) {
          const value = batch.record(index).value();
          this.values.push(value === null ? 'null' : Buffer.from(value).toString());
        }
      },
      changed: () => this.#changed(),
    });
    this.read.start(plan, starts);
  }

  /** Resolves as soon as that holds, with a partition at least, or reading has failed. */
  until(holds: (status: TailReadStatus) => boolean): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#changed = () => {
        const status = this.read.status();
        const known = status.partitions.length > 0 && holds(status);
        if (known || status.state === 'failed') resolve();
      };
      this.#changed();
    });
  }
}
