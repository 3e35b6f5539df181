import { EventEmitter, Uri, type Event, type TextDocumentChangeEvent } from 'vscode';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { shiftLine } from '../../core/scratch/shiftLine.ts';
import type { BlockResult } from '../../run/blockResult.ts';
import type { BlockView, Starts } from './runOrTail.ts';
import type { ScratchParse } from './scratchParses.ts';

/** A block that runs or has run, known by its text and by the line where it stands now. */
export interface BlockRun {
  readonly text: string;
  readonly cluster: string;
  /** The keyword line, for lists of what runs. */
  readonly label: string;
  /** A PRODUCER that goes on by itself: with `every` or `rate`. */
  readonly standing: boolean;
  /** How many times as many records as the block says. */
  readonly times: number;
  /** Of a PRODUCER's records only some were to be sent. */
  readonly isPart: boolean;
  startLine: number;
  /** Present while it runs. */
  abort: AbortController | undefined;
  /** Present when it has run; places in it count from `resultLine`. */
  result: BlockResult | undefined;
  /** How far it is, while it runs. */
  progress: string | undefined;
  /** Where a CONSUMER that runs began. */
  starts: Starts | undefined;
  /** The tail view of a CONSUMER that is shown in one: there is no result to list. */
  view: BlockView | undefined;
}

/** The runs of all open scratch files. A result goes when the text of its block changes. */
export class BlockRuns {
  readonly #runs = new Map<string, BlockRun[]>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange: Event<Uri> = this.#changed.event;

  /** The runs of a document, in no order. */
  of(uri: Uri): readonly BlockRun[] {
    return this.#runs.get(uri.toString()) ?? [];
  }

  /** The producers of all files that run and go on by themselves. */
  standing(): { readonly uri: Uri; readonly run: BlockRun }[] {
    return [...this.#runs].flatMap(([uri, runs]) =>
      runs.flatMap((run) =>
        run.standing && run.abort !== undefined ? [{ uri: Uri.parse(uri), run }] : [],
      ),
    );
  }

  /** The run of a block, if its text is still what ran; one that still runs can always be found. */
  find(uri: Uri, parse: ScratchParse, block: ScratchBlock): BlockRun | undefined {
    return this.of(uri).find(
      ({ startLine, abort, text }) =>
        startLine === block.startLine && (abort !== undefined || text === parse.texts[block.index]),
    );
  }

  /** Takes the place of what the block's line had before. */
  start(uri: Uri, run: BlockRun): void {
    const others = this.of(uri).filter(({ startLine }) => startLine !== run.startLine);
    this.#runs.set(uri.toString(), [...others, run]);
    this.#changed.fire(uri);
  }

  /** Tells that something in a run has changed. */
  update(uri: Uri): void {
    this.#changed.fire(uri);
  }

  /** Forgets the results of a document; what runs goes on. */
  clear(uri: Uri): void {
    this.#runs.set(
      uri.toString(),
      this.of(uri).filter(({ abort }) => abort !== undefined),
    );
    this.#changed.fire(uri);
  }

  /**
   * Drops a run that did nothing, as when it was cancelled early. What a PRODUCER wrote `before`, and what not, stands
   * at its block again.
   */
  drop(uri: Uri, run: BlockRun, before: BlockRun | undefined): void {
    const { startLine } = run;
    const isNews = before?.result?.kind === 'PRODUCER' && before.abort === undefined;
    this.#runs.set(
      uri.toString(),
      this.of(uri).flatMap((one) => {
        if (one !== run) return one;
        return isNews ? { ...before, startLine } : [];
      }),
    );
    this.#changed.fire(uri);
  }

  /** Moves results along with their blocks and drops those whose block has another text now. */
  edited({ document, contentChanges }: TextDocumentChangeEvent, parse: ScratchParse): void {
    const { uri } = document;
    if (this.of(uri).length === 0) return;
    for (const run of this.of(uri)) {
      run.startLine = shiftLine(run.startLine, contentChanges);
    }
    const kept = this.of(uri).filter(
      (run) =>
        run.abort !== undefined ||
        parse.document.blocks.some(
          ({ startLine, index }) => startLine === run.startLine && parse.texts[index] === run.text,
        ),
    );
    this.#runs.set(uri.toString(), kept);
    this.#changed.fire(uri);
  }

  /** Cancels what runs in a document and forgets its results; `all: false` leaves standing producers. */
  close(uri: Uri, all: boolean): void {
    const kept = all ? [] : this.of(uri).filter(({ standing, abort }) => standing && abort);
    for (const run of this.of(uri)) if (!kept.includes(run)) run.abort?.abort();
    if (kept.length === 0) this.#runs.delete(uri.toString());
    else this.#runs.set(uri.toString(), kept);
  }

  dispose(): void {
    for (const runs of this.#runs.values()) for (const { abort } of runs) abort?.abort();
    this.#runs.clear();
    this.#changed.dispose();
  }
}
