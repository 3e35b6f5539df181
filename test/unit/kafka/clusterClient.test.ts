import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { isAbort, KafkaError, type KafkaErrorReason } from '../../../src/core/kafkaError.ts';
import { silentLog } from '../../../src/core/log.ts';
import { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { listGroupsRequest } from '../../../src/kafka/wire/listGroups.ts';
import { metadataRequest } from '../../../src/kafka/wire/metadata.ts';
import { Writer } from '../../../src/kafka/wire/writer.ts';

const servers: Server[] = [];
const sockets = new Set<Socket>();
const clients: ClusterClient[] = [];

/** What a peer does with a request of an API; it gives no answer where this returns nothing. */
type Answer = (api: number, writer: Writer, socket: Socket) => boolean;

/** A peer that speaks just enough of the protocol to misbehave after the handshake. */
async function peer(answer: Answer): Promise<number> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      let rest = chunk;
      while (rest.length > 0) {
        const end = 4 + rest.readInt32BE(0);
        reply(socket, rest.subarray(0, end));
        rest = rest.subarray(end);
      }
    });
  });
  const reply = (socket: Socket, request: Buffer): void => {
    const writer = new Writer();
    writer.int32(0);
    writer.raw(request.subarray(8, 12));
    if (!answer(request.readInt16BE(4), writer, socket)) return;
    const bytes = Buffer.from(writer.bytes());
    bytes.writeInt32BE(bytes.length - 4, 0);
    socket.write(bytes);
  };
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Offers Metadata 4 and ListGroups 2, in either version of the handshake. */
const handshake: Answer = (api, writer) => {
  if (api !== 18) return false;
  writer.int16(0);
  writer.array([3, 16, 18], (key) => {
    writer.int16(key);
    writer.int16(0);
    writer.int16(key === 3 ? 4 : 2);
  });
  writer.int32(0);
  return true;
};

function metadata(writer: Writer, host: string, port: number): true {
  writer.int32(0);
  writer.array([1], (id) => {
    writer.int32(id);
    writer.string(host);
    writer.int32(port);
    writer.nullableString(null);
  });
  writer.nullableString('cluster');
  writer.int32(1);
  writer.array([], () => undefined);
  return true;
}

function clientOf(port: number, options: { connectTimeoutMs?: number } = {}): ClusterClient {
  const profile = { name: 'test', bootstrapServers: [`127.0.0.1:${port}`] };
  const client = new ClusterClient(profile, {
    log: silentLog,
    connectTimeoutMs: 3_000,
    ...options,
  });
  clients.push(client);
  return client;
}

function failsWith(reason: KafkaErrorReason): (error: unknown) => boolean {
  return (error) => error instanceof KafkaError && error.reason === reason;
}

/** A peer that answers Metadata with itself and leaves ListGroups unanswered. */
async function brokerThatHangs(): Promise<number> {
  const port: number = await peer((api, writer, socket) => {
    if (api === 3) return metadata(writer, '127.0.0.1', port);
    return handshake(api, writer, socket);
  });
  return port;
}

after(async () => {
  await Promise.all(clients.map((client) => client.close()));
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

describe('a cluster client', () => {
  it('tells when brokers advertise an address that cannot be reached, naming both', async () => {
    const port = await peer((api, writer, socket) =>
      api === 3 ? metadata(writer, '127.0.0.1', 1) : handshake(api, writer, socket),
    );
    await assert.rejects(clientOf(port).connect(), (error) => {
      assert.ok(error instanceof KafkaError);
      assert.equal(error.reason, 'advertisedUnreachable');
      assert.equal(error.details.bootstrap, `127.0.0.1:${port}`);
      assert.equal(error.details.advertised, '127.0.0.1:1');
      return true;
    });
  });
  it('tells when the broker hangs up after the handshake: it wants a login', async () => {
    const port = await peer((api, writer, socket) => {
      if (api === 3) socket.destroy();
      return handshake(api, writer, socket);
    });
    await assert.rejects(clientOf(port).connect(), failsWith('authenticationRequired'));
  });
  it('gives up on a broker that falls silent after the handshake, within its limit', async () => {
    const port = await peer(handshake);
    const start = Date.now();
    await assert.rejects(
      clientOf(port, { connectTimeoutMs: 1_000 }).connect(),
      failsWith('requestTimeout'),
    );
    assert.ok(Date.now() - start < 3_000);
  });
  it('ends a request at its time limit and connects anew for the next', async () => {
    const client = clientOf(await brokerThatHangs());
    await assert.rejects(
      client.send(1, listGroupsRequest, { timeoutMs: 100 }),
      failsWith('requestTimeout'),
    );
    assert.equal((await client.send(1, metadataRequest([]))).clusterId, 'cluster');
  });
  it('ends a request at once when its signal aborts, and goes on working', async () => {
    const client = clientOf(await brokerThatHangs());
    const abort = new AbortController();
    const sent = client.send(1, listGroupsRequest, { signal: abort.signal });
    setImmediate(() => {
      abort.abort();
    });
    await assert.rejects(sent, isAbort);
    assert.equal((await client.send(1, metadataRequest([]))).clusterId, 'cluster');
  });
  it("tells the end of the caller's own time limit as such", async () => {
    const client = clientOf(await brokerThatHangs());
    const signal = AbortSignal.timeout(50);
    await assert.rejects(
      client.send(1, listGroupsRequest, { signal }),
      failsWith('requestTimeout'),
    );
  });
  it('closes at once while requests wait for an answer', async () => {
    const client = clientOf(await brokerThatHangs());
    await client.connect();
    const sent = client.send(1, listGroupsRequest);
    const start = Date.now();
    await client.close();
    await client.close();
    await assert.rejects(sent, isAbort);
    await assert.rejects(client.send('any', metadataRequest([])), isAbort);
    assert.ok(Date.now() - start < 500);
  });
  it('ends connecting at once when it is closed', async () => {
    const client = clientOf(await peer(() => false));
    const connecting = client.connect();
    setImmediate(() => void client.close());
    await assert.rejects(connecting, isAbort);
  });
  it('refuses what the broker does not offer, without asking', async () => {
    const client = clientOf(await brokerThatHangs());
    const tooNew = { ...listGroupsRequest, minVersion: 5 };
    await assert.rejects(client.send(1, tooNew), failsWith('versionUnsupported'));
  });
  it('tells a broker that the cluster does not have', async () => {
    const client = clientOf(await brokerThatHangs());
    await assert.rejects(client.send(9, metadataRequest([])), failsWith('brokerUnknown'));
  });
  it('opens one connection for sends that start together', async () => {
    const client = clientOf(await brokerThatHangs());
    await client.connect();
    const before = sockets.size;
    const fork = client.fork();
    clients.push(fork);
    await Promise.all(Array.from({ length: 20 }, () => fork.send(1, metadataRequest([]))));
    assert.equal(sockets.size, before + 1);
  });
  it('takes its forks along when it is closed; one made afterwards, to say goodbye, still works', async () => {
    const client = clientOf(await brokerThatHangs());
    await client.connect();
    const fork = client.fork();
    const inner = fork.fork();
    await inner.send(1, metadataRequest([]));
    await client.close();
    await assert.rejects(fork.send(1, metadataRequest([])), isAbort);
    await assert.rejects(inner.send(1, metadataRequest([])), isAbort);
    const late = client.fork();
    clients.push(late);
    await late.send(1, metadataRequest([]));
  });
});
