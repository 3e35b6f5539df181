import { findProperty } from '../findProperty.ts';
import type { ScratchBlock } from '../scratchDocument.ts';
import type { TextPosition } from '../textRange.ts';

/** A text of a file in which `{{…}}` is filled in, and where it begins. */
export interface TemplatedText {
  readonly text: string;
  readonly start: TextPosition;
}

/** The texts of a block in which a run fills in expressions: not what `template: off` sends as it stands. */
export function templatedTexts(block: ScratchBlock): readonly TemplatedText[] {
  const { kind, argument, argumentRange, properties, body } = block;
  const off = kind === 'PRODUCER' && findProperty(block, 'template')?.text === 'off';
  const texts = properties
    .filter(({ spec }) => spec?.templates === 'before' || (spec?.templates === 'within' && !off))
    .map(({ text, valueRange }) => ({ text, start: valueRange.start }));
  if (kind !== 'PRODUCER') return [{ text: argument, start: argumentRange.start }, ...texts];
  return body === undefined || off
    ? texts
    : [...texts, { text: body.text, start: body.range.start }];
}
