import { validateTopicName } from '../../../core/topicName.ts';

/**
 * What a link shows: a topic, one of its partitions, or a record (the offset in decimal). Not how it was read: "now", the
 * last 100, or where a group stands are another place for who follows it.
 */
export interface LinkTarget {
  readonly cluster: string;
  readonly topic: string;
  readonly partition?: number;
  readonly offset?: string;
}

const path = '/topic';
const maxName = 300;
const maxPartition = 2 ** 31 - 1;
const maxOffset = 2n ** 63n - 1n;

/** A link that opens the tail view: `vscode://publisher.name/topic?cluster=…&topic=…&partition=…&offset=…`. */
export function recordLink(scheme: string, extensionId: string, target: LinkTarget): string {
  const { cluster, topic, partition, offset } = target;
  const query = [
    `cluster=${encoded(cluster)}`,
    `topic=${encoded(topic)}`,
    ...(partition === undefined ? [] : [`partition=${partition}`]),
    ...(offset === undefined ? [] : [`offset=${offset}`]),
  ];
  return `${scheme}://${extensionId}${path}?${query.join('&')}`;
}

/** VS Code decodes a whole query before anyone can cut it: what would then be cut or decoded again goes twice. */
function encoded(text: string): string {
  const once = encodeURIComponent(text);
  return /[%&=+#]/.test(text) ? encodeURIComponent(once) : once;
}

/**
 * Reads a link (foreign input); undefined where it is none of ours.
 *
 * @param link its query as VS Code gives it: decoded once
 */
export function readLink(link: {
  readonly path: string;
  readonly query: string;
}): LinkTarget | undefined {
  if (link.path !== path) return undefined;
  const query = new URLSearchParams(link.query);
  const [cluster, topic] = [query.get('cluster'), query.get('topic')];
  if (!isName(cluster) || topic === null || validateTopicName(topic)) return undefined;
  const target: LinkTarget = { cluster, topic };
  const partition = query.get('partition');
  if (partition === null) return target;
  if (!/^\d{1,10}$/.test(partition) || Number(partition) > maxPartition) return undefined;
  const one: LinkTarget = { ...target, partition: Number(partition) };
  const offset = query.get('offset');
  if (offset === null) return one;
  if (!/^\d{1,19}$/.test(offset) || BigInt(offset) > maxOffset) return undefined;
  return { ...one, offset: String(BigInt(offset)) };
}

/** Shown in a dialog: one line, in the order in which it is read, not so long that it hides what else stands there. */
function isName(text: string | null): text is string {
  const misleads = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
  return text !== null && text !== '' && text.length <= maxName && !misleads.test(text);
}
