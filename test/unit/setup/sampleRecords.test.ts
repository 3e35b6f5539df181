import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleTopics } from '../../../scripts/start/sampleRecords.ts';

const records = (name: string) =>
  sampleTopics.find((topic) => topic.name === name)?.records() ?? [];
const text = (bytes: Uint8Array | null | undefined) => new TextDecoder().decode(bytes ?? undefined);

describe('the sample topics', () => {
  it('key users by their id', () => {
    for (const { key, value } of records('users')) {
      const user = JSON.parse(text(value)) as Record<string, unknown>;
      assert.deepEqual(Object.keys(user), ['registertime', 'userid', 'regionid', 'gender']);
      assert.equal(user.userid, text(key));
    }
  });

  it('key orders by their id, which a double cannot hold', () => {
    const ids = records('orders').map(({ key }) => text(key));
    assert.equal(new Set(ids).size, 500);
    assert.ok(ids.some((id) => String(Number(id)) !== id));
    for (const { key, value } of records('orders')) {
      assert.ok(text(value).startsWith(`{"orderid":${text(key)},`));
      JSON.parse(text(value));
    }
  });

  it('hold tombstones in the compacted topic and bytes that are no text', () => {
    assert.ok(records('user-profiles').some(({ value }) => value === null));
    const decoder = new TextDecoder('utf-8', { fatal: true });
    assert.ok(
      records('telemetry-binary').some(({ value }) => {
        try {
          decoder.decode(value ?? undefined);
          return false;
        } catch {
          return true;
        }
      }),
    );
  });
});
