import type { ClusterDescription } from '../../kafka/admin/describeCluster.ts';

/** Where a saved cluster stands. Nothing connects before it is asked to. */
export type ClusterState =
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected'; readonly description: ClusterDescription }
  | { readonly kind: 'failed'; readonly error: unknown };
