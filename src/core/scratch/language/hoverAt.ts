import { blockKindOf } from '../blockKinds.ts';
import type { ConfigFacts } from '../properties/propertySpec.ts';
import { compileTemplate } from '../template/template.ts';
import type {
  FileVariable,
  PropertyLine,
  ScratchBlock,
  ScratchDocument,
} from '../scratchDocument.ts';
import { rangeInLine, type TextPosition, type TextRange } from '../textRange.ts';
import { builtinDocs, variableDoc } from './builtinDocs.ts';
import type { ClusterFacts, TopicFacts } from './clusterFacts.ts';

/** What a hover tells: a title in the file's own words, a sentence to translate, facts of a topic. */
export interface HoverFacts {
  readonly range: TextRange;
  readonly title: string;
  readonly doc?: string;
  /** It is the keyword of a block that can be run. */
  readonly runs?: true;
  readonly examples?: readonly string[];
  /** Of a topic's config. */
  readonly config?: ConfigFacts | undefined;
  readonly topic?: TopicFacts;
}

/** What is known about the word at a place, if anything. */
export function hoverAt(
  document: ScratchDocument,
  position: TextPosition,
  lineText: string,
  facts: ClusterFacts | undefined,
): HoverFacts | undefined {
  const { line } = position;
  const block = document.blocks.find(
    ({ startLine, endLine }) => startLine <= line && line < endLine,
  );
  if (block === undefined) {
    const variable = document.variables.find((one) => one.line === line);
    return (
      variable &&
      (declarationHover(variable, position) ?? templateHover(lineText, position, document))
    );
  }
  const property = block.properties.find((one) => one.line === line);
  return (
    keywordHover(block, position, facts) ??
    (property && propertyHover(property, position, facts)) ??
    templateHover(lineText, position, document)
  );
}

function holds({ start, end }: TextRange, { line, character }: TextPosition): boolean {
  return start.line === line && start.character <= character && character <= end.character;
}

function keywordHover(
  block: ScratchBlock,
  position: TextPosition,
  facts: ClusterFacts | undefined,
): HoverFacts | undefined {
  if (holds(block.keywordRange, position)) {
    const spec = blockKindOf(block.kind);
    return spec && { range: block.keywordRange, title: spec.form, doc: spec.doc, runs: true };
  }
  if (!holds(block.argumentRange, position)) return undefined;
  const named =
    block.kind === 'TOPIC'
      ? block.argument
      : /^(?:configs )?topic\s+(\S+)$/.exec(block.argument)?.[1];
  return named === undefined ? undefined : topicHover(named, block.argumentRange, facts);
}

function topicHover(
  name: string,
  range: TextRange,
  facts: ClusterFacts | undefined,
): HoverFacts | undefined {
  const topic = facts?.topics?.get(name);
  return topic && { range, title: name, topic };
}

function propertyHover(
  { spec, nameRange, valueRange, text }: PropertyLine,
  position: TextPosition,
  facts: ClusterFacts | undefined,
): HoverFacts | undefined {
  if (spec === undefined) return undefined;
  if (holds(nameRange, position)) {
    const { hint } = spec;
    const examples =
      hint.kind === 'choices' ? hint.choices : 'examples' in hint ? hint.examples : [];
    return { range: nameRange, title: spec.name, doc: spec.doc, examples, config: spec.config };
  }
  return spec.hint.kind === 'topic' && holds(valueRange, position)
    ? topicHover(text, valueRange, facts)
    : undefined;
}

function declarationHover(
  { name, nameRange }: FileVariable,
  position: TextPosition,
): HoverFacts | undefined {
  return holds(nameRange, position)
    ? { range: nameRange, title: `@${name}`, doc: variableDoc(name) }
    : undefined;
}

function templateHover(
  lineText: string,
  { line, character }: TextPosition,
  { known }: ScratchDocument,
): HoverFacts | undefined {
  for (const part of compileTemplate(lineText).parts) {
    if (typeof part === 'string' || character < part.start || character > part.end) continue;
    const { expression, source } = part;
    const range = rangeInLine(line, part.start, part.end);
    switch (expression.kind) {
      case 'builtin': {
        const doc = builtinDocs.get(`$${expression.name}`);
        return { range, title: source, ...(doc === undefined ? {} : { doc }) };
      }
      case 'faker':
        return { range, title: source, doc: 'Random data, made anew for each record.' };
      case 'variable': {
        const { name } = expression;
        // Of equal names the last one counts.
        const text = known.findLast((one) => one.name === name)?.text;
        const title = text === undefined ? source : `@${name} = ${text}`;
        return { range, title, doc: variableDoc(name) };
      }
      case 'environment':
        return { range, title: source, doc: 'An environment variable.' };
      case 'unknown':
        return undefined;
    }
  }
  return undefined;
}
