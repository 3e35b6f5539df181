import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import type { ScratchBlock, ScratchDocument } from '../../../src/core/scratch/scratchDocument.ts';
import { problemSentence } from '../../../src/messages/scratchProblems.ts';
import { english } from '../../../src/messages/translate.ts';

/** The only block of a text. */
export function onlyBlock(text: string): ScratchBlock {
  const { blocks } = parseScratch(text);
  if (blocks.length !== 1 || blocks[0] === undefined) {
    throw new Error(`${blocks.length} blocks`);
  }
  return blocks[0];
}

/** Each diagnostic as `severity line:from-to sentence`. */
export function diagnosticsOf(text: string): string[] {
  return sentences(parseScratch(text));
}

export function sentences(document: ScratchDocument): string[] {
  return document.diagnostics.map((found) => {
    const { start, end } = found.range;
    const line = start.line === end.line ? '' : `${end.line}:`;
    const place = `${start.line}:${start.character}-${line}${end.character}`;
    return `${found.severity} ${place} ${problemSentence(found, english)}`;
  });
}

/** The properties of a block as `name=value`. */
export function propertiesOf(block: ScratchBlock): string[] {
  return block.properties.map(({ name, text }) => `${name}=${text}`);
}
