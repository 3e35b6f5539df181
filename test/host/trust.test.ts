import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SuiteSession } from '../support/host/suiteSession.ts';
import { kafkaTool } from '../support/kafkaTools.ts';
import { uniqueName } from '../support/uniqueName.ts';

const topic = uniqueName('host-trust');

describe('a workspace that is not trusted, in VS Code', () => {
  const session = new SuiteSession({
    workspaceTrust: true,
    files: {
      'foreign.kafka': `TOPIC ${topic}\n###\n`,
      // What a foreign folder brings along may not choose where we connect.
      '.vscode/settings.json': JSON.stringify({
        'kafkaWorkbench.clusters': { Foreign: { bootstrapServers: '127.0.0.1:1' } },
      }),
    },
    clusters: { Mine: {} },
  });

  it('brings no cluster along', async () => {
    const { workbench } = session;
    await workbench.page
      .locator('.statusbar-item')
      .filter({ hasText: 'Restricted Mode' })
      .waitFor();
    await workbench.show('Kafka');
    await workbench.tree.item('Mine').waitFor();
    assert.deepEqual(await workbench.tree.labels(), ['Mine']);
  });

  it('runs no block, and says why', async () => {
    const { workbench } = session;
    await workbench.openFile('foreign.kafka');
    await workbench.clickLens('Run', 'TOPIC');
    await workbench.notification('Blocks do not run in a workspace that is not trusted').waitFor();
    const topics = await kafkaTool('topics', ['--list']);
    assert.ok(!topics.split('\n').includes(topic));
  });

  it('runs blocks and has its clusters once it is trusted', async () => {
    const { workbench } = session;
    await workbench.run('Workspaces: Manage Workspace Trust');
    await workbench.page.getByRole('button', { name: 'Trust', exact: true }).click();
    await workbench.tree.item('Foreign').waitFor();
    await workbench.tab('foreign.kafka').click();
    await workbench.run('Kafka: Run Block');
    await workbench.input.pick('Run Block', 'Mine');
    await workbench.drawnText('✓ created');
  });
});
