import { readFileSync } from 'node:fs';

/** What test/fixtures/batches/WriteBatches.java wrote. */
export interface JavaBatch {
  readonly name: string;
  readonly magic: number;
  readonly codec: string;
  readonly timestampType: 'CreateTime' | 'LogAppendTime' | 'NoTimestampType';
  readonly producerId: string;
  readonly transactional: boolean;
  readonly control: boolean;
  readonly bytes: string;
  readonly records: readonly {
    readonly offset: string;
    readonly timestamp: string;
    readonly key: string | null;
    readonly value: string | null;
    readonly headers: readonly (readonly [string, string | null])[];
  }[];
}

/** All of them. */
export function javaBatches(): readonly JavaBatch[] {
  const file = new URL('../../fixtures/batches/batches.jsonl', import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as JavaBatch);
}
