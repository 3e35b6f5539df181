import { problem } from '../../core/scratch/problem.ts';
import { partitionList } from '../../core/scratch/values/partitionList.ts';
import { problemSentence } from '../../messages/scratchProblems.ts';
import type { Translate } from '../../messages/translate.ts';

/** The partitions that were typed, or what is wrong with them: a sentence. */
export type TypedPartitions =
  { readonly partitions: readonly number[] } | { readonly problem: string };

/** Reads numbers and ranges such as `0,2-5`. @param all the partitions of the topic */
export function partitionsOfText(
  text: string,
  topic: string,
  all: readonly number[],
  t: Translate,
): TypedPartitions {
  const typed = partitionList(text);
  if (!typed.ok) return { problem: problemSentence(typed.problem, t) };
  const partitions = typed.value;
  const known = new Set(all);
  const strange = partitions.find((partition) => !known.has(partition));
  return strange === undefined
    ? { partitions }
    : { problem: problemSentence(problem('partitionUnknown', strange, topic, all.length), t) };
}
