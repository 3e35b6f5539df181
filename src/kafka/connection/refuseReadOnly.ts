import { KafkaError } from '../../core/kafkaError.ts';
import type { ClusterProfile } from './clusterProfile.ts';

/** A cluster with its mark. */
export type MarkedCluster = Pick<ClusterProfile, 'name' | 'access'>;

/** Throws `clusterReadOnly` for a cluster that is marked so: nothing is to be written to it. */
export function refuseReadOnly({ access, name }: MarkedCluster): void {
  if (access !== 'readOnly') return;
  throw new KafkaError('clusterReadOnly', `${name} is marked as read-only`, {
    details: { cluster: name },
  });
}
