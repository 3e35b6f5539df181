import type { ScratchBlock, ScratchDocument } from '../../core/scratch/scratchDocument.ts';
import { fakerLocale, type FakerLocale } from '../../core/scratch/faker/fakerLocales.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { compileTemplate } from '../../core/scratch/template/template.ts';
import { templatedTexts } from '../../core/scratch/template/templatedTexts.ts';
import type { RunContext } from '../runContext.ts';
import { loadFaker } from './loadFaker.ts';
import type { RandomDataFactory } from './randomData.ts';

/** The context of a run, with the library of random data where the block or a variable fills some in. */
export async function withRandomData<
  T extends Pick<RunContext, 'document' | 'overrides'> & {
    readonly randomData?: RandomDataFactory;
  },
>(block: ScratchBlock, context: T): Promise<T> {
  return context.randomData === undefined && needsRandomData(block, context.document)
    ? { ...context, randomData: await loadFaker(localeOf(context)) }
    : context;
}

function localeOf({
  document,
  overrides,
}: Pick<RunContext, 'document' | 'overrides'>): FakerLocale {
  const named = document.known.findLast(({ name }) => name === 'locale')?.text;
  const locale = fakerLocale(overrides.get('locale') ?? named ?? 'en');
  if (!locale.ok) throw new ProblemError(locale.problem);
  return locale.value;
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
