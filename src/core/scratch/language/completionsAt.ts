import { blockKindOf, blockKinds } from '../blockKinds.ts';
import { fakerLocales } from '../faker/fakerLocales.ts';
import { propertyTables } from '../properties/propertyTables.ts';
import type { ScratchBlock, ScratchDocument } from '../scratchDocument.ts';
import { variableDoc } from './builtinDocs.ts';
import { showForms } from '../target.ts';
import { rangeInLine, type TextPosition, type TextRange } from '../textRange.ts';
import type { ClusterFacts } from './clusterFacts.ts';
import type { Completion, CompletionKind } from './completion.ts';
import { placeAt } from './placeAt.ts';
import { templateCompletions } from './templateCompletions.ts';
import { valueCompletions } from './valueCompletions.ts';

/** Where completion is asked for, and what is known there. */
export interface CompletionRequest {
  readonly document: ScratchDocument;
  /** The text of a line. */
  readonly textOf: (line: number) => string;
  readonly position: TextPosition;
  readonly facts: ClusterFacts | undefined;
  /** The names of the saved clusters. */
  readonly clusters: readonly string[];
}

/** What can stand at a place of a file. Quick whatever the file's size: nothing is parsed or asked. */
export function completionsAt(request: CompletionRequest): Completion[] {
  const { document, textOf, position, facts, clusters } = request;
  const before = textOf(position.line).slice(0, position.character);
  if (before.startsWith('--') || before.startsWith('###')) return [];
  const { block, inBody, canBeProperty } = placeAt(document, position.line, textOf);
  const rangeFrom = (character: number): TextRange =>
    rangeInLine(position.line, character, position.character);
  const template = /\{\{\s*([\w$.-]*)$/.exec(before);
  if (template !== null && !before.endsWith('\\{{')) {
    const typed = template[1] ?? '';
    return templateCompletions(
      document,
      rangeFrom(before.length - typed.length),
      textOf(position.line).slice(position.character),
    );
  }
  if (before.startsWith('@')) return variableCompletions(before, rangeFrom, clusters);
  const argument = /^([A-Z]+)\s+(.*)$/.exec(before);
  if (argument !== null && !(inBody && !canBeProperty)) {
    const [, keyword = '', typed = ''] = argument;
    return argumentCompletions(keyword, typed, rangeFrom(before.length - typed.length), facts);
  }
  if (block !== undefined && position.line > block.startLine) {
    const value = /^\s*([\w.-]+)\s*:\s*(.*)$/.exec(before);
    if (value !== null && !(inBody && !canBeProperty)) {
      const [, name = '', typed = ''] = value;
      return valueCompletions(block, name, before, rangeFrom(before.length - typed.length), facts);
    }
  }
  if (!/^\s*[\w.-]*$/.test(before) || (inBody && !canBeProperty)) return [];
  const range = rangeFrom(before.length - before.trimStart().length);
  // A keyword in a block that has a text is text.
  const isText = block !== undefined && blockKindOf(block.kind)?.body === true;
  const hasColon = textOf(position.line).slice(position.character).startsWith(':');
  return [
    ...(block !== undefined && canBeProperty
      ? propertyCompletions(block, position.line, range, hasColon)
      : []),
    ...(before.startsWith(' ') || isText ? [] : keywordCompletions(range)),
  ];
}

function variableCompletions(
  before: string,
  rangeFrom: (character: number) => TextRange,
  clusters: readonly string[],
): Completion[] {
  const cluster = /^@cluster\s*=\s*(.*)$/.exec(before);
  if (cluster !== null) {
    const range = rangeFrom(before.length - (cluster[1] ?? '').length);
    return clusters.map((name) => ({ label: name, kind: 'cluster', insert: name, range }));
  }
  const locale = /^@locale\s*=\s*(.*)$/.exec(before);
  if (locale !== null) {
    const range = rangeFrom(before.length - (locale[1] ?? '').length);
    return fakerLocales.map((name) => ({ label: name, kind: 'value', insert: name, range }));
  }
  if (before.includes('=')) return [];
  const range = rangeFrom(0);
  return [
    {
      label: '@cluster',
      kind: 'variable',
      insert: '@cluster = ',
      range,
      more: true,
      doc: variableDoc('cluster'),
    },
    { label: '@seed', kind: 'variable', insert: '@seed = 42', range, doc: variableDoc('seed') },
    {
      label: '@locale',
      kind: 'variable',
      insert: '@locale = ',
      range,
      more: true,
      doc: variableDoc('locale'),
    },
  ];
}

function keywordCompletions(range: TextRange): Completion[] {
  return blockKinds.map(({ kind, doc }) => ({
    label: kind,
    kind: 'keyword',
    insert: kind === 'PRODUCER' || kind === 'CONSUMER' ? kind : `${kind} `,
    range,
    doc,
    ...(kind === 'PRODUCER' || kind === 'CONSUMER' ? {} : { more: true }),
  }));
}

function propertyCompletions(
  block: ScratchBlock,
  line: number,
  range: TextRange,
  hasColon: boolean,
): Completion[] {
  const used = new Set(block.properties.filter((one) => one.line !== line).map(({ name }) => name));
  return [...propertyTables[block.kind].values()]
    .filter(({ name, repeatable }) => repeatable || !used.has(name))
    .map(({ name, doc, config }) => ({
      label: name,
      kind: 'property',
      insert: hasColon ? name : `${name}: `,
      range,
      doc,
      config,
      more: true,
    }));
}

function argumentCompletions(
  keyword: string,
  typed: string,
  range: TextRange,
  facts: ClusterFacts | undefined,
): Completion[] {
  const plain = (label: string, kind: CompletionKind): Completion => ({
    label,
    kind,
    insert: label,
    range,
  });
  const topics = [...(facts?.topics?.keys() ?? [])];
  const groups = facts?.groups ?? [];
  const named = /^(?:(topic|configs topic)|group)\s+(\S*)$/.exec(typed);
  if ((keyword === 'SHOW' || keyword === 'DELETE') && named !== null) {
    const start = range.end.character - (named[2] ?? '').length;
    const place = rangeInLine(range.end.line, start, range.end.character);
    return named[1] === undefined
      ? groups.map((name) => ({ label: name, kind: 'group', insert: name, range: place }))
      : topics.map((name) => ({ label: name, kind: 'topic', insert: name, range: place }));
  }
  switch (keyword) {
    case 'SHOW':
      return showForms
        .map((form) => form.replace(/\s*(NAME|ID)$/, ' '))
        .map((form) => ({
          ...plain(form.trim(), 'value'),
          insert: form,
          ...(form.endsWith(' ') ? { more: true } : {}),
        }));
    case 'DELETE':
      return ['topic', 'group', 'connector', 'subject'].map((what) => ({
        ...plain(what, 'value'),
        insert: `${what} `,
        more: true,
      }));
    case 'TOPIC':
      return topics.map((name) => plain(name, 'topic'));
    case 'GROUP':
    case 'CONSUMER':
      return groups.map((name) => plain(name, 'group'));
    default:
      return [];
  }
}
