import { findProperty } from '../findProperty.ts';
import { propertyTables } from '../properties/propertyTables.ts';
import type { ScratchBlock } from '../scratchDocument.ts';
import type { TextRange } from '../textRange.ts';
import { formatNames, textEncodings } from '../values/dataFormat.ts';
import type { ClusterFacts } from './clusterFacts.ts';
import type { Completion, CompletionKind } from './completion.ts';

/** How many encodings are worth offering: the rest are other names of these. */
const encodings = textEncodings.slice(0, 5);

/** Nobody looks for a partition in a longer list. */
const mostOffered = 100;

/** What can stand behind a property's colon; `before` is the line up to the cursor. */
export function valueCompletions(
  block: ScratchBlock,
  name: string,
  before: string,
  range: TextRange,
  facts: ClusterFacts | undefined,
): Completion[] {
  const spec = propertyTables[block.kind].get(name);
  if (spec === undefined) return [];
  const lead = before.endsWith(':') ? ' ' : '';
  const offer = (labels: Iterable<string>, kind: CompletionKind): Completion[] =>
    [...labels].map((label) => ({ label, kind, insert: `${lead}${label}`, range }));
  switch (spec.hint.kind) {
    case 'choices':
      return offer(spec.hint.choices, 'value');
    case 'free':
      return offer(spec.hint.examples, 'value');
    case 'topic':
      return offer(topicNames(facts), 'topic');
    case 'reset': {
      const { examples } = spec.hint;
      const likes = facts?.groups?.map((group) => `like ${group}`);
      const others = examples.filter((one) => !one.startsWith('like '));
      return likes === undefined
        ? offer(examples, 'value')
        : [...offer(others, 'value'), ...offer(likes, 'group')];
    }
    case 'partitions': {
      const count = partitionsOf(block, facts);
      return offer(count === undefined ? spec.hint.examples : numbersBelow(count), 'value');
    }
    case 'file':
      return offer(['file()'], 'value');
    case 'format': {
      const none = block.kind === 'CONSUMER' ? ['none'] : [];
      return offer([...formatNames, ...encodings.map((one) => `string(${one})`), ...none], 'value');
    }
  }
}

/** How many partitions the block's topic has, where that is known. */
function partitionsOf(block: ScratchBlock, facts: ClusterFacts | undefined): number | undefined {
  return facts?.topics?.get(findProperty(block, 'topic')?.text ?? '')?.partitions;
}

function numbersBelow(count: number): string[] {
  return Array.from({ length: Math.min(count, mostOffered) }, (_, number) => String(number));
}

function topicNames(facts: ClusterFacts | undefined): string[] {
  return [...(facts?.topics ?? [])].filter(([, { internal }]) => !internal).map(([name]) => name);
}
