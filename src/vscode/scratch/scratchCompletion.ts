import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  l10n,
  MarkdownString,
  type CompletionItemProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Completion, CompletionKind } from '../../core/scratch/language/completion.ts';
import { completionsAt } from '../../core/scratch/language/completionsAt.ts';
import { configText } from '../../messages/configText.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { blockCluster } from './blockCluster.ts';
import type { ClusterFactsCache } from './clusterFactsCache.ts';
import { toRange } from './ranges.ts';
import type { ScratchParses } from './scratchParses.ts';

const kindOf: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  property: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  topic: CompletionItemKind.Reference,
  group: CompletionItemKind.Reference,
  function: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
  cluster: CompletionItemKind.Reference,
};

/** Completion in scratch files, from what is known at the moment. */
export class ScratchCompletion implements CompletionItemProvider {
  /** The characters besides letters that ask for it. */
  static readonly triggers = [':', ' ', '{', '$', '.', '@', '='] as const;
  readonly #parses: ScratchParses;
  readonly #clusters: ClusterRegistry;
  readonly #facts: ClusterFactsCache;

  constructor(parses: ScratchParses, clusters: ClusterRegistry, facts: ClusterFactsCache) {
    this.#parses = parses;
    this.#clusters = clusters;
    this.#facts = facts;
  }

  provideCompletionItems(document: TextDocument, position: Position): CompletionList {
    const parsed = this.#parses.of(document).document;
    const { name } = blockCluster(parsed, this.#clusters);
    const facts = this.#facts.of(name);
    const found = completionsAt({
      document: parsed,
      textOf: (line) => (line < document.lineCount ? document.lineAt(line).text : ''),
      position,
      facts,
      clusters: this.#clusters.list().map((cluster) => cluster.name),
    });
    // What the cluster has may be known at the next key.
    return new CompletionList(found.map(itemOf), facts?.topics === undefined);
  }
}

function itemOf(
  { label, kind, insert, range, doc, config, more }: Completion,
  index: number,
): CompletionItem {
  const item = new CompletionItem(label, kindOf[kind]);
  item.insertText = insert;
  item.range = toRange(range);
  item.filterText = insert;
  // The order of the tables is that of use.
  item.sortText = String(index).padStart(5, '0');
  if (doc !== undefined) item.documentation = new MarkdownString().appendText(l10n.t(doc));
  if (config !== undefined) {
    item.label = { label, description: config.default };
    item.detail = configText(config, l10n.t);
  }
  if (more === true) {
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
  return item;
}
