import type { BrokerVersions } from 'kafkajs/src/broker/index.js';
import { KafkaError } from '../../core/kafkaError.ts';
import type { WireRequest } from './wireRequest.ts';

/**
 * The version of a request to use with a broker: the highest that both know. kafkajs's own lookup ignores
 * the broker's minimum, so a raised floor would surface as a closed connection; here it is
 * `KafkaError('versionUnsupported')`, as is an API that the broker does not have.
 */
export function chooseVersion(
  request: WireRequest<unknown>,
  versions: BrokerVersions,
  address: string,
): number {
  const range = versions[request.apiKey];
  if (range) {
    const version = Math.min(request.maxVersion, range.maxVersion);
    if (version >= Math.max(request.minVersion, range.minVersion)) return version;
  }
  const theirs = range ? `${range.minVersion}–${range.maxVersion}` : 'none';
  const ours = `${request.minVersion}–${request.maxVersion}`;
  throw new KafkaError(
    'versionUnsupported',
    `${address} offers ${request.apiName} in versions ${theirs}, we speak ${ours}`,
    { details: { api: request.apiName, theirs, ours, address } },
  );
}
