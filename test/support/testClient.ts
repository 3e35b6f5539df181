import { silentLog } from '../../src/core/log.ts';
import { ClusterClient } from '../../src/kafka/connection/clusterClient.ts';
import {
  parseBootstrapServers,
  type ClusterProfile,
} from '../../src/kafka/connection/clusterProfile.ts';
import { fromRunner } from './environment.ts';

/**
 * A client of the runner's broker, or of another cluster; whoever asks for it closes it.
 *
 * @param bootstrap addresses, separated by commas
 * @param more what else its profile says
 */
export function testClient(
  bootstrap = fromRunner('KAFKA_BOOTSTRAP'),
  more: Partial<ClusterProfile> = {},
): ClusterClient {
  const bootstrapServers = parseBootstrapServers(bootstrap);
  return new ClusterClient({ name: 'test', bootstrapServers, ...more }, { log: silentLog });
}
