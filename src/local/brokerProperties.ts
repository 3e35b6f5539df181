/** One node of a local cluster: broker and controller in one process, both on 127.0.0.1. */
export interface LocalNode {
  /** `node.id`, from 1. */
  readonly id: number;
  /** Port for clients. */
  readonly port: number;
  /** Port for the controllers among themselves. */
  readonly controllerPort: number;
}

/**
 * The text of a node's `server.properties` (KRaft, combined roles, PLAINTEXT).
 *
 * The voters are listed in the file rather than kept in the metadata log, so that a cluster whose old ports
 * are taken by others can start on new ones.
 *
 * @param extra more properties; they win over ours
 */
export function brokerProperties(
  node: LocalNode,
  nodes: readonly LocalNode[],
  dataFolder: string,
  extra: Readonly<Record<string, string>> = {},
): string {
  const replicas = String(Math.min(nodes.length, 3));
  const inSync = String(Math.min(nodes.length, 2));
  const properties: Record<string, string> = {
    'process.roles': 'broker,controller',
    'node.id': String(node.id),
    'controller.quorum.voters': nodes
      .map(({ id, controllerPort }) => `${id}@127.0.0.1:${controllerPort}`)
      .join(','),
    listeners: `PLAINTEXT://127.0.0.1:${node.port},CONTROLLER://127.0.0.1:${node.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${node.port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': dataFolder,
    'offsets.topic.replication.factor': replicas,
    // The default of 50 partitions costs a local cluster seconds at its first consumer group.
    'offsets.topic.num.partitions': '10',
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': '10',
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
    'share.coordinator.state.topic.num.partitions': '5',
    'group.initial.rebalance.delay.ms': '0',
    ...extra,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${escape(value)}\n`)
    .join('');
}

/** Escapes a value as java.util.Properties reads it (a backslash of a Windows path above all). */
function escape(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replace(/^ /, '\\ ');
}
