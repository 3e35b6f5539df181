import type { ScratchBlock, ScratchDocument } from '../../core/scratch/scratchDocument.ts';
import { compileTemplate } from '../../core/scratch/template/template.ts';
import { templatedTexts } from '../../core/scratch/template/templatedTexts.ts';
import { loadFaker } from './loadFaker.ts';
import type { RandomDataFactory } from './randomData.ts';

/** The context of a run, with the library of random data where the block or a variable fills some in. */
export async function withRandomData<
  T extends { readonly document: ScratchDocument; readonly randomData?: RandomDataFactory },
>(block: ScratchBlock, context: T): Promise<T> {
  return context.randomData === undefined && needsRandomData(block, context.document)
    ? { ...context, randomData: await loadFaker() }
    : context;
}

function needsRandomData(block: ScratchBlock, { known }: ScratchDocument): boolean {
  return [...templatedTexts(block), ...known].some(
    ({ text }) =>
      text.includes('{{') &&
      compileTemplate(text).parts.some(
        (part) => typeof part !== 'string' && part.expression.kind === 'faker',
      ),
  );
}
