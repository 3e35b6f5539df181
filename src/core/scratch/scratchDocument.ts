import type { BlockKind } from './blockKinds.ts';
import type { Problem } from './problem.ts';
import type { PropertySpec } from './properties/propertySpec.ts';
import type { TextRange } from './textRange.ts';

/** How grave a diagnostic is. A block with an `error` does not run. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A problem with its place. `block` is the index of the block it belongs to. */
export interface ScratchDiagnostic extends Problem {
  readonly severity: Severity;
  readonly range: TextRange;
  readonly block?: number;
}

/** A `name: value` line of a block; `spec` is undefined where the block kind has no such property. */
export interface PropertyLine {
  readonly name: string;
  readonly spec: PropertySpec | undefined;
  /** The text behind the colon, trimmed. */
  readonly text: string;
  readonly line: number;
  readonly nameRange: TextRange;
  /** From the value's first to behind its last character; empty behind the colon where there is none. */
  readonly valueRange: TextRange;
}

/** The text of a block behind its properties, trimmed, with the line ends of the file. */
export interface BlockBody {
  readonly text: string;
  /** Its lines as written, from its first to its last that is not blank: white space at their ends is data there. */
  readonly lines: string;
  readonly range: TextRange;
}

/** One block of a file. Lines are 0-based; `endLine` is exclusive and does not count the `###` line. */
export interface ScratchBlock {
  readonly index: number;
  readonly kind: BlockKind;
  readonly startLine: number;
  readonly endLine: number;
  readonly range: TextRange;
  readonly keywordRange: TextRange;
  /** What follows the keyword, trimmed: a label, a group id, a name, `topics`, `topic users` … */
  readonly argument: string;
  readonly argumentRange: TextRange;
  /** In the order of the file, duplicates included. */
  readonly properties: readonly PropertyLine[];
  readonly body?: BlockBody;
}

/** A name and the text that stands for it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** An `@name = value` line. */
export interface FileVariable extends NamedText {
  readonly line: number;
  readonly nameRange: TextRange;
  readonly valueRange: TextRange;
}

/**
 * Consecutive lines of one kind. The parts of a document tile it: every line is in exactly one part.
 * `text` is stray text that no block owns.
 */
export interface DocumentPart {
  readonly kind: 'block' | 'separator' | 'variable' | 'comment' | 'blank' | 'text';
  readonly startLine: number;
  readonly endLine: number;
  /** The index of the block, for parts of kind `block`. */
  readonly block?: number;
}

/** A parsed file: whatever the text is, there is one. */
export interface ScratchDocument {
  readonly blocks: readonly ScratchBlock[];
  /** The variables of the text itself. */
  readonly variables: readonly FileVariable[];
  /** What its blocks can use, those of other cells of its notebook included; of equal names the last one. */
  readonly known: readonly NamedText[];
  readonly diagnostics: readonly ScratchDiagnostic[];
  readonly parts: readonly DocumentPart[];
  readonly lineCount: number;
}
