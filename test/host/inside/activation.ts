import assert from 'node:assert/strict';
import { createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { after, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, extensions, workspace } from 'vscode';
import { commands as ids } from '../../../src/vscode/ids.ts';
import { measurements } from './measurements.ts';

const extension = extensions.getExtension('kafka-workbench.kafka-workbench');

describe('activation', () => {
  const connect = Reflect.get(Socket.prototype, 'connect') as () => Socket;
  let connections = 0;
  let accepted = 0;
  let server: Server;

  before(async () => {
    server = createServer(() => accepted++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await workspace
      .getConfiguration('kafkaWorkbench')
      .update(
        'clusters',
        { Saved: { bootstrapServers: `127.0.0.1:${port}` } },
        ConfigurationTarget.Global,
      );
    Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
      connections++;
      return Reflect.apply(connect, this, args) as Socket;
    };
  });
  after(() => {
    Socket.prototype.connect = connect;
    server.close();
  });

  it('has not happened before the extension is needed', () => {
    assert.ok(extension);
    assert.equal(extension.isActive, false);
  });

  it('opens no connection, even with a cluster saved and the tree on the screen', async () => {
    assert.ok(extension);
    const start = performance.now();
    await extension.activate();
    measurements.set('activation', performance.now() - start);
    await commands.executeCommand('kafkaWorkbench.explorer.focus');
    // What an activation might have put off would start by now.
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(connections, 0);
    assert.equal(accepted, 0);
  });

  it('registers every command that the manifest declares', async () => {
    const registered = new Set(await commands.getCommands(true));
    const missing = Object.values(ids).filter((id) => !registered.has(id));
    assert.deepEqual(missing, []);
  });
});
