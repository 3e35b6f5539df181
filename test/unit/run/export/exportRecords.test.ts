import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { KafkaError } from '../../../../src/core/kafkaError.ts';
import type { RecordView } from '../../../../src/core/record/recordView.ts';
import { DecoderRegistry } from '../../../../src/core/serde/decoderRegistry.ts';
import { builtinDecoders } from '../../../../src/core/serde/decoders/builtinDecoders.ts';
import { english } from '../../../../src/messages/translate.ts';
import { toUserError } from '../../../../src/messages/userError.ts';
import type { ExportFormat } from '../../../../src/run/export/exportFormat.ts';
import { exportRecords } from '../../../../src/run/export/exportRecords.ts';
import { KafkaFileWriter } from '../../../../src/run/export/kafkaFileWriter.ts';
import { recordDecodings } from '../../../../src/vscode/tail/recordDecodings.ts';
import { tempFolder } from '../../../support/tempFolder.ts';
import { batchBytes, openAll } from '../../record/batches.ts';

const bytes = (text: string) => Buffer.from(text);

/** The records of one batch: what is worth telling apart. */
function records(): RecordView[] {
  const [batch] = openAll(
    batchBytes(7n, [
      { key: bytes('k,1'), value: bytes('{"a":9007199254740993}'), timestampMs: 1_700_000_000_123 },
      { key: null, value: null, timestampMs: 1_700_000_000_124 },
      { key: Buffer.alloc(0), value: Buffer.alloc(0), timestampMs: 1_700_000_000_125 },
      {
        key: Buffer.from([0, 0, 0, 42]),
        value: Buffer.from([0xff, 0x00]),
        headers: [
          ['h', bytes('a "b"')],
          ['h', null],
        ],
        timestampMs: 1_700_000_000_126,
      },
    ]),
  );
  assert.ok(batch);
  return Array.from({ length: batch.count }, (_none, index) => batch.record(index));
}

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

describe('an export', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let path: string;
  before(async () => (folder = await tempFolder()));
  beforeEach(async (context) => {
    const own = join(folder.path, context.name.replaceAll(/\W+/g, '-').slice(0, 40));
    await mkdir(own);
    path = join(own, 'out');
  });
  after(() => folder.remove());

  const options = (format: ExportFormat) => ({
    ...{ path: `${path}.${format}`, format, comment: 'A comment', decodings: {} },
    progress: () => undefined,
  });
  const signal = new AbortController().signal;
  const files = () => readdir(join(path, '..'));

  it('has a line for each record in JSON Lines, every byte in it', async () => {
    const summary = await exportRecords(each(records()), options('jsonl'), signal);
    assert.deepEqual(summary, { records: 4, missing: 0 });
    const lines = (await readFile(`${path}.jsonl`, 'utf8')).split('\n');
    assert.equal(
      lines[3],
      '{"topic":"t","partition":0,"offset":10,"timestamp":1700000000126,"key":"\\u0000\\u0000\\u0000*","value":{"base64":"/wA="},"headers":[["h","a \\"b\\""],["h",null]]}',
    );
    assert.equal(lines.length, 5);
    assert.deepEqual(await files(), ['out.jsonl']);
  });

  it('has a row for each record in CSV, decoded as chosen, null apart from empty', async () => {
    const registry = new DecoderRegistry(builtinDecoders);
    const decodings = recordDecodings({ key: 'int32' }, registry, english);
    await exportRecords(each(records()), { ...options('csv'), decodings }, signal);
    assert.deepEqual((await readFile(`${path}.csv`, 'utf8')).split('\n'), [
      'topic,partition,offset,timestamp,key,value,headers',
      't,0,7,2023-11-14T22:13:20.123Z,"k,1","{""a"":9007199254740993}",',
      't,0,8,2023-11-14T22:13:20.124Z,,,',
      't,0,9,2023-11-14T22:13:20.125Z,"","",',
      't,0,10,2023-11-14T22:13:20.126Z,42,base64:/wA=,"[[""h"",""a \\""b\\""""],[""h"",null]]"',
      '',
    ]);
  });

  it('keeps many records of a .kafka file beside it, under a name that is free', async () => {
    await writeFile(`${path}.t.jsonl`, 'of somebody else');
    const writer = new KafkaFileWriter(`${path}.kafka`, 'A comment', 200);
    for (const record of records()) await writer.write(record);
    await writer.finish();
    assert.match(
      await readFile(`${path}.kafka`, 'utf8'),
      /^records: jsonl file\("out\.t-2\.jsonl"\)$/m,
    );
    assert.equal((await readFile(`${path}.t-2.jsonl`, 'utf8')).split('\n').length, 5);
    assert.deepEqual((await files()).sort(), ['out.kafka', 'out.t-2.jsonl', 'out.t.jsonl']);
  });

  it('counts what could not be had', async () => {
    const damaged = new KafkaError('corruptBatch', 'its checksum is wrong');
    const some = [...records(), damaged];
    assert.deepEqual(await exportRecords(each(some), options('jsonl'), signal), {
      records: 4,
      missing: 1,
    });
  });

  it('leaves nothing behind where it is cancelled, and what was there before as it was', async () => {
    await writeFile(`${path}.kafka`, 'before');
    const abort = new AbortController();
    const endless = async function* () {
      for (let count = 0; ; count++) {
        if (count === 20_000) abort.abort();
        yield* each(records());
      }
    };
    for (const format of ['jsonl', 'kafka', 'csv'] as const) {
      await assert.rejects(exportRecords(endless(), options(format), abort.signal), {
        name: 'AbortError',
      });
    }
    assert.deepEqual(await files(), ['out.kafka']);
    assert.equal(await readFile(`${path}.kafka`, 'utf8'), 'before');
  });

  it('leaves nothing behind where reading fails', async () => {
    const failing = async function* () {
      yield* each(records());
      throw new KafkaError('topicUnknown', 'gone');
    };
    await assert.rejects(exportRecords(failing(), options('jsonl'), signal), {
      reason: 'topicUnknown',
    });
    assert.deepEqual(await files(), []);
  });

  it('grows under a name that nobody has, and touches no file of that name', async () => {
    await writeFile(`${path}.jsonl.partial`, 'mine');
    await symlink('elsewhere', `${path}.jsonl.2.partial`);
    await exportRecords(each(records()), options('jsonl'), signal);
    assert.equal(await readFile(`${path}.jsonl.partial`, 'utf8'), 'mine');
    const left = ['out.jsonl', 'out.jsonl.2.partial', 'out.jsonl.partial'];
    assert.deepEqual((await files()).sort(), left);
  });

  it('has no formula in a CSV for spreadsheets, and every byte in any other', async () => {
    const values = ['=1+1', '@a', '+x', '-x', '\t=1', '＝1', '-5', '+1.5e3', 'a=1', ''];
    const given = values.map((value) => ({ key: bytes(value), value: null }));
    const keys = async (guarded: boolean): Promise<string[]> => {
      const [batch] = openAll(batchBytes(0n, given));
      const views = given.map((_none, index) => batch!.record(index));
      await exportRecords(each(views), { ...options('csv'), guarded }, signal);
      const lines = (await readFile(`${path}.csv`, 'utf8')).trimEnd().split('\n').slice(1);
      return lines.map((line) => line.split(',')[4]!.replace(/^"(.*)"$/, '$1'));
    };
    assert.deepEqual(await keys(false), values);
    const formulas = values.slice(0, 6).map((value) => `'${value}`);
    assert.deepEqual(await keys(true), [...formulas, ...values.slice(6)]);
  });

  it('removes what was written where the file cannot take its name', async () => {
    await mkdir(`${path}.jsonl`);
    await assert.rejects(exportRecords(each(records()), options('jsonl'), signal), (error) => {
      assert.match(toUserError(error, english).text, /out\.jsonl is a folder/);
      return true;
    });
    assert.deepEqual(await files(), ['out.jsonl']);
  });

  it('says that the disk is full', () => {
    const details = { path: '/a/out.jsonl', code: 'ENOSPC' };
    const { text } = toUserError(new KafkaError('fileUnwritable', 'full', { details }), english);
    assert.match(text, /^The disk has no room for \/a\/out\.jsonl\./);
  });

  it('says that there is no such folder', async () => {
    const nowhere = { ...options('csv'), path: join(path, 'nowhere', 'a.csv') };
    await assert.rejects(exportRecords(each(records()), nowhere, signal), (error) => {
      assert.match(toUserError(error, english).text, /^The folder of .* does not exist/);
      return true;
    });
  });
});
