import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runFirstBlock } from '../../support/runFirstBlock.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { SuiteCluster } from '../../support/suiteCluster.ts';

describe('SHOW acls', () => {
  const cluster = new SuiteCluster({
    properties: {
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'super.users': 'User:ANONYMOUS',
    },
  });

  it('lists the rules that AclCommand made', async () => {
    const rule = ['--allow-principal', 'User:ann', '--allow-host', '10.0.0.7'];
    const topics = ['--topic', 'orders-', '--resource-pattern-type', 'prefixed'];
    const args = ['--add', ...rule, '--operation', 'Read', ...topics];
    await kafkaTool('acls', args, cluster.bootstrapServers);
    const { rows } = await runFirstBlock('SHOW acls', cluster.client);
    assert.deepEqual(rows, [
      {
        resource: 'TOPIC',
        name: 'orders-',
        pattern: 'PREFIXED',
        principal: 'User:ann',
        host: '10.0.0.7',
        operation: 'READ',
        permission: 'ALLOW',
      },
    ]);
  });
});
