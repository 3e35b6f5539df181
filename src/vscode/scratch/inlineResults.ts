import {
  env,
  l10n,
  MarkdownString,
  ThemeColor,
  window,
  type DecorationOptions,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import { resultText } from '../../messages/resultText.ts';
import { resultTables } from '../../run/resultDetails.ts';
import { languages } from '../ids.ts';
import type { BlockRun, BlockRuns } from './blockRuns.ts';
import { isCell } from './cellNotebook.ts';
import type { ScratchParses } from './scratchParses.ts';

type Look = 'running' | 'ok' | 'failed';

/** Keeps a hover readable; the whole result is one click away. */
const rowsInHover = 50;

/** Shows how each block's run stands, behind its keyword line. */
export class InlineResults {
  readonly #types: Readonly<Record<Look, TextEditorDecorationType>>;
  readonly #runs: BlockRuns;
  readonly #parses: ScratchParses;

  constructor(runs: BlockRuns, parses: ScratchParses) {
    this.#runs = runs;
    this.#parses = parses;
    this.#types = {
      running: decoration('editorCodeLens.foreground'),
      ok: decoration('charts.green'),
      failed: decoration('editorError.foreground'),
    };
  }

  /** Draws the results of an editor anew. */
  show(editor: TextEditor): void {
    const { languageId, uri } = editor.document;
    // A cell has its output.
    if (languageId !== languages.scratch || isCell(uri)) return;
    const shown: Record<Look, DecorationOptions[]> = { running: [], ok: [], failed: [] };
    const parse = this.#parses.of(editor.document);
    for (const block of parse.document.blocks) {
      const run = this.#runs.find(editor.document.uri, parse, block);
      if (run !== undefined) {
        const { range } = editor.document.lineAt(block.startLine);
        shown[lookOf(run)].push(optionsOf(run, range));
      }
    }
    for (const look of Object.keys(shown) as Look[]) {
      editor.setDecorations(this.#types[look], shown[look]);
    }
  }

  dispose(): void {
    for (const type of Object.values(this.#types)) type.dispose();
  }
}

function decoration(color: string): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    after: { margin: '0 0 0 2em', color: new ThemeColor(color) },
  });
}

function lookOf({ abort, result, view }: BlockRun): Look {
  if (abort !== undefined || view?.tail.reading === true) return 'running';
  return result?.ok === false ? 'failed' : 'ok';
}

function optionsOf(run: BlockRun, range: DecorationOptions['range']): DecorationOptions {
  const { result, view, progress } = run;
  const shown = view?.tail.reading === true ? view.reading : view?.shown;
  const text = (length: 'short' | 'whole'): string =>
    result === undefined
      ? (shown ?? progress ?? l10n.t('running…'))
      : resultText(result, l10n.t, env.language, length);
  const details = result === undefined ? '' : resultTables(result, l10n.t, rowsInHover);
  const hover = new MarkdownString();
  hover.appendText(l10n.t('{0} on {1}', text('whole'), run.cluster));
  if (details !== '') hover.appendCodeblock(details, 'text');
  return { range, renderOptions: { after: { contentText: text('short') } }, hoverMessage: hover };
}
