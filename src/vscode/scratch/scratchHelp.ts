import {
  DocumentLink,
  Hover,
  l10n,
  MarkdownString,
  TextEdit,
  Uri,
  type DocumentFormattingEditProvider,
  type DocumentLinkProvider,
  type HoverProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { fileLinks } from '../../core/scratch/language/fileLinks.ts';
import { formatEdits } from '../../core/scratch/language/formatEdits.ts';
import { hoverAt } from '../../core/scratch/language/hoverAt.ts';
import { hoverText } from '../../messages/hoverText.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { blockCluster } from './blockCluster.ts';
import { isCell, notebookOf } from './cellNotebook.ts';
import type { ClusterFactsCache } from './clusterFactsCache.ts';
import { toRange } from './ranges.ts';
import type { ScratchParses } from './scratchParses.ts';

/** Hover, formatting and links of scratch files: VS Code's faces of pure functions. */
export class ScratchHelp
  implements HoverProvider, DocumentFormattingEditProvider, DocumentLinkProvider
{
  readonly #parses: ScratchParses;
  readonly #clusters: ClusterRegistry;
  readonly #facts: ClusterFactsCache;

  constructor(parses: ScratchParses, clusters: ClusterRegistry, facts: ClusterFactsCache) {
    this.#parses = parses;
    this.#clusters = clusters;
    this.#facts = facts;
  }

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    const parsed = this.#parses.of(document).document;
    const facts = this.#facts.of(blockCluster(parsed, this.#clusters).name);
    const found = hoverAt(parsed, position, document.lineAt(position.line).text, facts);
    if (found === undefined) return undefined;
    const { title, paragraphs } = hoverText(found, l10n.t);
    const text = new MarkdownString().appendCodeblock(title, 'kafka-scratch');
    for (const paragraph of paragraphs) text.appendText(`${paragraph}\n\n`);
    // In a notebook the cell has the key.
    if (found.runs === true && !isCell(document.uri)) {
      text.appendText(l10n.t('Ctrl+Enter (Cmd+Enter on macOS) runs this block.'));
    }
    return new Hover(text, toRange(found.range));
  }

  provideDocumentFormattingEdits(document: TextDocument): TextEdit[] {
    const edits = formatEdits(this.#parses.of(document).document, document.getText());
    return edits.map(({ range, text }) => TextEdit.replace(toRange(range), text));
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const { uri, isUntitled } = notebookOf(document) ?? document;
    if (isUntitled) return [];
    return fileLinks(this.#parses.of(document).document).map(({ path, range }) => {
      const isAbsolute = /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);
      const target = isAbsolute ? Uri.file(path) : Uri.joinPath(uri, '..', path);
      return new DocumentLink(toRange(range), target);
    });
  }
}
