import { findProperty } from '../findProperty.ts';
import type { ScratchBlock } from '../scratchDocument.ts';
import type { TextPosition } from '../textRange.ts';

/** A text of a file in which `{{…}}` is filled in, and where it begins. */
export interface TemplatedText {
  readonly text: string;
  readonly start: TextPosition;
}

/** The texts of a block in which a run may fill in expressions: not what `template: off` sends as it stands. */
export function templatedTexts(block: ScratchBlock): readonly TemplatedText[] {
  const { kind, properties, body } = block;
  const off = kind === 'PRODUCER' && findProperty(block, 'template')?.text === 'off';
  const found: TemplatedText[] = [];
  if (kind !== 'PRODUCER' && isTemplate(block.argument)) {
    found.push({ text: block.argument, start: block.argumentRange.start });
  }
  for (const line of properties) {
    const templates = line.spec?.templates;
    const isFilled = templates === 'before' || (templates === 'within' && !off);
    if (isFilled && isTemplate(line.text)) {
      found.push({ text: line.text, start: line.valueRange.start });
    }
  }
  if (kind === 'PRODUCER' && body !== undefined && !off && isTemplate(body.text)) {
    found.push({ text: body.text, start: body.range.start });
  }
  return found;
}

function isTemplate(text: string): boolean {
  return text.includes('{{');
}
