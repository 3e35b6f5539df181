import type { WireRequest } from './wireRequest.ts';

/** One access rule, with Kafka's numbers (`AclOperation`, `AclPermissionType`, `ResourceType`, `PatternType`). */
export interface DescribedAcl {
  readonly resourceType: number;
  readonly resourceName: string;
  readonly patternType: number;
  readonly principal: string;
  readonly host: string;
  readonly operation: number;
  readonly permission: number;
}

const any = 1;

/** DescribeAcls (API 29), versions 1–3: every rule of the cluster. */
export function describeAclsRequest(): WireRequest<{
  readonly errorCode: number;
  readonly errorText: string | null;
  readonly acls: readonly DescribedAcl[];
}> {
  return {
    apiKey: 29,
    apiName: 'DescribeAcls',
    minVersion: 1,
    maxVersion: 3,
    flexibleFrom: 2,
    encode(writer) {
      writer.int8(any); // resource_type
      writer.nullableString(null); // resource_name
      writer.int8(any); // pattern_type
      writer.nullableString(null); // principal
      writer.nullableString(null); // host
      writer.int8(any); // operation
      writer.int8(any); // permission_type
      writer.tags();
    },
    decode(reader) {
      reader.int32(); // throttle_time_ms
      const errorCode = reader.int16();
      const errorText = reader.nullableString();
      const acls = reader.array(() => {
        const resourceType = reader.int8();
        const resourceName = reader.string();
        const patternType = reader.int8();
        const rules = reader.array((): DescribedAcl => {
          const principal = reader.string();
          const host = reader.string();
          const operation = reader.int8();
          const permission = reader.int8();
          reader.tags();
          return {
            resourceType,
            resourceName,
            patternType,
            principal,
            host,
            operation,
            permission,
          };
        });
        reader.tags();
        return rules;
      });
      return { errorCode, errorText, acls: acls.flat() };
    },
  };
}
