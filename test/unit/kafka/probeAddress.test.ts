import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { after, describe, it } from 'node:test';
import { isAbort, KafkaError, type KafkaErrorReason } from '../../../src/core/kafkaError.ts';
import { probeAddress } from '../../../src/kafka/connection/probeAddress.ts';
import { probeBootstrap } from '../../../src/kafka/connection/probeBootstrap.ts';

const servers: Server[] = [];
const sockets = new Set<Socket>();
const never = new AbortController().signal;

async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Answers ApiVersions as a broker does, after `delayMs`. */
function broker(delayMs = 0): Server {
  return createServer((socket) => {
    socket.once('data', (request) => {
      const answer = Buffer.alloc(14);
      answer.writeInt32BE(10, 0);
      request.copy(answer, 4, 8, 12); // correlation id; no error, no APIs
      setTimeout(() => socket.write(answer), delayMs);
    });
  });
}

async function reasonAt(port: number, timeoutMs = 4_000, host = '127.0.0.1') {
  return reasonOf(probeAddress({ host, port }, timeoutMs, never));
}

async function reasonOf(probe: Promise<unknown>): Promise<KafkaErrorReason | 'kafka'> {
  try {
    await probe;
    return 'kafka';
  } catch (error) {
    assert.ok(error instanceof KafkaError, String(error));
    return error.reason;
  }
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
}

after(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

describe('the probe of an address', () => {
  it('passes a broker that answers', async () => {
    assert.equal(await reasonAt(await listen(broker())), 'kafka');
  });
  it('waits for a broker that thinks for a while', async () => {
    assert.equal(await reasonAt(await listen(broker(2_500)), 6_000), 'kafka');
  });
  it('tells a port where nothing listens', async () => {
    assert.equal(await reasonAt(await closedPort()), 'connectionRefused');
  });
  it('tells a host that does not exist', async () => {
    const probe = probeAddress({ host: 'no-such-host.invalid', port: 9092 }, 4_000, never);
    assert.equal(await reasonOf(probe), 'hostNotFound');
  });
  it('tells a web server', async () => {
    assert.equal(await reasonAt(await listen(createHttpServer())), 'speaksHttp');
  });
  it('tells a web server that waits for a line to end', async () => {
    const port = await listen(
      createServer((socket) => {
        let text = '';
        socket.on('data', (chunk) => {
          text += chunk.toString('latin1');
          if (text.includes('\n')) socket.end('HTTP/1.0 404 Not Found\r\n\r\n');
        });
      }),
    );
    assert.equal(await reasonAt(port), 'speaksHttp');
  });
  it('tells a TLS server', async () => {
    assert.equal(await reasonAt(await listen(createTlsServer())), 'speaksTls');
  });
  it('tells a TLS server that hangs up on plain text', async () => {
    const port = await listen(
      createServer((socket) => {
        socket.once('data', (hello) => {
          if (hello[0] === 0x16) socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 40]));
          else socket.destroy();
        });
      }),
    );
    assert.equal(await reasonAt(port), 'speaksTls');
  });
  it('tells a server that hangs up on everything', async () => {
    const port = await listen(createServer((socket) => socket.destroy()));
    assert.equal(await reasonAt(port), 'connectionClosed');
  });
  it('tells a server that never says anything, within its time limit', async () => {
    const port = await listen(createServer(() => undefined));
    const start = Date.now();
    assert.equal(await reasonAt(port, 2_000), 'connectionSilent');
    assert.ok(Date.now() - start < 3_000);
  });
  it('tells a server that greets in another language', async () => {
    const port = await listen(createServer((socket) => socket.write('220 mail.example ESMTP\r\n')));
    assert.equal(await reasonAt(port), 'notKafka');
  });
  it('works over IPv6', async () => {
    assert.equal(await reasonAt(await listen(broker(), '::1'), 4_000, '::1'), 'kafka');
  });
  it('ends at once when it is aborted', async () => {
    const port = await listen(createServer(() => undefined));
    const abort = new AbortController();
    const probe = probeAddress({ host: '127.0.0.1', port }, 60_000, abort.signal);
    abort.abort();
    await assert.rejects(probe, isAbort);
  });
});

describe('the probe of several bootstrap servers', () => {
  it('finds the one that works among those that do not', async () => {
    const silent = await listen(createServer(() => undefined));
    const works = await listen(broker());
    const list = [`127.0.0.1:${await closedPort()}`, `127.0.0.1:${silent}`, `127.0.0.1:${works}`];
    const start = Date.now();
    assert.deepEqual(await probeBootstrap(list, 8_000, never), { host: '127.0.0.1', port: works });
    assert.ok(Date.now() - start < 1_500, 'it does not wait for the silent one');
  });
  it('tells the most telling error when none works', async () => {
    const web = await listen(createHttpServer());
    const list = [`127.0.0.1:${await closedPort()}`, `127.0.0.1:${web}`];
    assert.equal(await reasonOf(probeBootstrap(list, 4_000, never)), 'speaksHttp');
  });
  it('refuses an address that is none', async () => {
    assert.equal(await reasonOf(probeBootstrap(['a:b'], 4_000, never)), 'addressInvalid');
  });
});
