import { DiagnosticList } from '../diagnosticList.ts';
import { findProperty } from '../findProperty.ts';
import { hasExpression } from '../template/template.ts';
import type { ScratchBlock, ScratchDiagnostic, ScratchDocument } from '../scratchDocument.ts';
import { partitionList } from '../values/partitionList.ts';
import type { TextRange } from '../textRange.ts';
import type { ClusterFacts } from './clusterFacts.ts';

/** The topics that a file's TOPIC blocks make. */
export function topicsMade({ blocks }: ScratchDocument): string[] {
  return blocks.filter(({ kind }) => kind === 'TOPIC').map(({ argument }) => argument);
}

/**
 * What the cluster lacks that the file names: topics (unless the file itself makes them) and partitions.
 *
 * @param elsewhere topics that other cells of the notebook make
 */
export function liveProblems(
  document: ScratchDocument,
  { cluster, topics }: ClusterFacts,
  elsewhere: readonly string[] = [],
): readonly ScratchDiagnostic[] {
  const found = new DiagnosticList();
  if (topics === undefined) return [];
  const { blocks } = document;
  const made = new Set([...topicsMade(document), ...elsewhere]);
  for (const block of blocks) {
    const named = topicOf(block);
    if (named === undefined || hasExpression(named.text) || made.has(named.text)) continue;
    const topic = topics.get(named.text);
    if (topic === undefined) {
      found.add('warning', named.range, block.index, 'topicNotThere', named.text, cluster);
    } else {
      for (const name of ['partition', 'partitions']) {
        const line = block.kind === 'TOPIC' ? undefined : findProperty(block, name);
        const list = partitionList(line?.text ?? '');
        const beyond = list.ok ? list.value.find((one) => one >= topic.partitions) : undefined;
        if (line !== undefined && beyond !== undefined) {
          found.add(
            'warning',
            line.valueRange,
            block.index,
            'partitionUnknown',
            beyond,
            named.text,
            topic.partitions,
          );
        }
      }
    }
  }
  return found.sorted();
}

function topicOf(block: ScratchBlock): { text: string; range: TextRange } | undefined {
  const line = findProperty(block, 'topic');
  if (line !== undefined) {
    return line.text === '' ? undefined : { text: line.text, range: line.valueRange };
  }
  const text = /^(?:configs )?topic\s+(\S+)$/.exec(block.argument)?.[1];
  return (block.kind === 'SHOW' || block.kind === 'DELETE') && text !== undefined
    ? { text, range: block.argumentRange }
    : undefined;
}
