import type { ClusterClient } from '../connection/clusterClient.ts';
import { throwIfFailed } from '../wire/brokerError.ts';
import { describeAclsRequest } from '../wire/describeAcls.ts';

/** One access rule in Kafka's words. */
export interface AclRule {
  readonly resource: string;
  readonly name: string;
  readonly pattern: string;
  readonly principal: string;
  readonly host: string;
  readonly operation: string;
  readonly permission: string;
}

/** `org.apache.kafka.common.resource.ResourceType`, `PatternType`, `acl.AclOperation`, `AclPermissionType`. */
const resources = [
  'UNKNOWN',
  'ANY',
  'TOPIC',
  'GROUP',
  'CLUSTER',
  'TRANSACTIONAL_ID',
  'DELEGATION_TOKEN',
  'USER',
];
const patterns = ['UNKNOWN', 'ANY', 'MATCH', 'LITERAL', 'PREFIXED'];
const operations = [
  ...['UNKNOWN', 'ANY', 'ALL', 'READ', 'WRITE', 'CREATE', 'DELETE', 'ALTER', 'DESCRIBE'],
  ...['CLUSTER_ACTION', 'DESCRIBE_CONFIGS', 'ALTER_CONFIGS', 'IDEMPOTENT_WRITE'],
  ...['CREATE_TOKENS', 'DESCRIBE_TOKENS', 'TWO_PHASE_COMMIT'],
];
const permissions = ['UNKNOWN', 'ANY', 'DENY', 'ALLOW'];

/** Every access rule of the cluster. Rejects with `authorizerMissing` where there are none to be had. */
export async function listAcls(client: ClusterClient, signal?: AbortSignal): Promise<AclRule[]> {
  const { errorCode, errorText, acls } = await client.send('any', describeAclsRequest(), {
    signal,
  });
  throwIfFailed(errorCode, { text: errorText });
  return acls.map((acl) => ({
    resource: resources[acl.resourceType] ?? String(acl.resourceType),
    name: acl.resourceName,
    pattern: patterns[acl.patternType] ?? String(acl.patternType),
    principal: acl.principal,
    host: acl.host,
    operation: operations[acl.operation] ?? String(acl.operation),
    permission: permissions[acl.permission] ?? String(acl.permission),
  }));
}
