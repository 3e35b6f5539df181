import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KafkaError } from '../core/kafkaError.ts';
import type { LocalNode } from './brokerProperties.ts';
import { freePorts, isPortFree } from './freePorts.ts';

/** What a local cluster remembers between starts, in `cluster.json` of its folder. */
export interface ClusterState {
  readonly clusterId: string;
  readonly nodes: readonly LocalNode[];
}

/** Ports that were asked for, one per broker; the rest is chosen. */
export interface WantedPorts {
  readonly brokers: number;
  readonly ports?: readonly number[];
}

/**
 * The identity and ports of the cluster in `folder` for its next start: those of the last start where they are
 * free, other free ones elsewhere. A port that was asked for is used or refused, never replaced.
 *
 * @throws KafkaError portInUse (details `port`)
 */
export async function nextState(folder: string, wanted: WantedPorts): Promise<ClusterState> {
  const last = await readState(folder);
  const fresh = await freePorts(wanted.brokers * 2);
  const nodes: LocalNode[] = [];
  for (let index = 0; index < wanted.brokers; index++) {
    const before = last?.nodes[index];
    nodes.push({
      id: index + 1,
      port: await choosePort(wanted.ports?.[index], before?.port, fresh[index * 2] ?? 0),
      controllerPort: await choosePort(
        undefined,
        before?.controllerPort,
        fresh[index * 2 + 1] ?? 0,
      ),
    });
  }
  const state = { clusterId: last?.clusterId ?? newClusterId(), nodes };
  await writeFile(join(folder, 'cluster.json'), `${JSON.stringify(state, undefined, 2)}\n`);
  return state;
}

async function choosePort(told: number | undefined, before: number | undefined, fresh: number) {
  if (told !== undefined) {
    if (await isPortFree(told)) return told;
    throw new KafkaError('portInUse', `Port ${told} is in use by another program.`, {
      details: { port: told },
    });
  }
  return before !== undefined && (await isPortFree(before)) ? before : fresh;
}

async function readState(folder: string): Promise<ClusterState | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'cluster.json'), 'utf8')) as ClusterState;
  } catch {
    return undefined;
  }
}

/** A cluster id as Kafka makes them: 16 random bytes in base64url, none that looks like an option. */
function newClusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id;
}
