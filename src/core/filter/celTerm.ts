import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { KafkaError } from '../kafkaError.ts';
import type { RecordCursor } from '../record/recordCursor.ts';
import { requiredInExpression } from './celLiterals.ts';
import { membersRead, usesVariable } from './celMembers.ts';
import { JsonReader, type JsonValue } from './jsonReader.ts';
import type { RequiredTexts } from './requiredText.ts';

/** Where the batch of a record stands: what a cursor's deltas count from. */
export interface BatchPlace {
  readonly topic: string;
  readonly partition: number;
  readonly baseOffset: bigint;
  readonly baseTimestamp: bigint;
  readonly fixedTimestamp: bigint | undefined;
}

/** A CEL expression made ready. */
export interface CelTerm {
  /** One of these must occur in a record's bytes for it to match. */
  readonly required: RequiredTexts | undefined;
  /**
   * Whether a record matches.
   *
   * @throws Error with what went wrong: a field that is not there, types that do not fit, no yes or no
   */
  readonly test: (cursor: RecordCursor, place: BatchPlace) => boolean;
}

const variables = ['key', 'value', 'headers', 'topic', 'partition', 'offset', 'timestamp'] as const;
/** The last millisecond that a `Date` can hold. */
const lastMs = 8_640_000_000_000_000n;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Makes a CEL expression (https://cel.dev) ready: JSON objects are maps, whole numbers int with 64 bits,
 * other text string, what is not UTF-8 bytes; `timestamp` is a CEL timestamp or null; `headers` maps each
 * name to its last value.
 *
 * @throws KafkaError `filterInvalid` with what is wrong, and where
 */
export function celTerm(expression: string): CelTerm {
  const environment = new Environment({ limits: { maxAstNodes: 10_000 } });
  for (const name of variables) environment.registerVariable(name, 'dyn');
  const { evaluate, ast } = parse(environment, expression);
  const readers = { key: readerOf(ast, 'key'), value: readerOf(ast, 'value') };
  const uses = new Set(variables.filter((name) => usesVariable(ast, name)));
  const test = (cursor: RecordCursor, place: BatchPlace): boolean => {
    const { bytes } = cursor;
    const scope: Record<string, unknown> = {};
    if (uses.has('key')) scope.key = contentOf(bytes, cursor.keyStart, cursor.keyEnd, readers.key);
    if (uses.has('value')) {
      scope.value = contentOf(bytes, cursor.valueStart, cursor.valueEnd, readers.value);
    }
    if (uses.has('headers')) scope.headers = headersOf(cursor);
    if (uses.has('topic')) scope.topic = place.topic;
    if (uses.has('partition')) scope.partition = BigInt(place.partition);
    if (uses.has('offset')) scope.offset = place.baseOffset + BigInt(cursor.offsetDelta);
    if (uses.has('timestamp')) scope.timestamp = timestampOf(cursor, place);
    const result: unknown = evaluate(scope);
    if (typeof result !== 'boolean') throw new Error('The expression gives no true or false');
    return result;
  };
  return { required: requiredInExpression(ast), test };
}

function parse(
  environment: Environment,
  expression: string,
): { evaluate: (scope: Record<string, unknown>) => unknown; ast: ASTNode } {
  try {
    const evaluate = environment.parse(expression);
    const { valid, type, error } = evaluate.check();
    if (!valid) throw error ?? new Error('The expression is not valid');
    if (type !== 'bool' && type !== 'dyn') {
      throw new Error(
        `The expression gives a value of type ${type ?? 'unknown'}, not true or false`,
      );
    }
    return { evaluate, ast: evaluate.ast };
  } catch (cause) {
    const { summary, message, range } = cause as Error & {
      summary?: string;
      range?: { start: number };
    };
    throw new KafkaError('filterInvalid', summary ?? message, {
      details: { message: summary ?? message, ...(range && { position: range.start }) },
    });
  }
}

/** A reader of only those members that the expression can see. */
function readerOf(ast: ASTNode, name: 'key' | 'value'): JsonReader {
  return new JsonReader(membersRead(ast, name));
}

function contentOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  reader: JsonReader,
): JsonValue | Uint8Array {
  if (start < 0) return null;
  let first = start;
  while (first < end && (bytes[first] ?? 0) <= 0x20) first++;
  // As everywhere in this product: a bare word or number is text, JSON is an object or an array.
  if (bytes[first] === 0x7b || bytes[first] === 0x5b) {
    const value = reader.read(bytes, start, end);
    if (value !== undefined) return value;
  }
  const own = bytes.subarray(start, end);
  try {
    return strict.decode(own);
  } catch {
    return own;
  }
}

function headersOf(cursor: RecordCursor): Map<string, JsonValue | Uint8Array> {
  const map = new Map<string, JsonValue | Uint8Array>();
  for (const { name, value } of cursor.headers(Infinity)) {
    const text = value === null ? null : textOf(value);
    map.set(String(textOf(name)), text);
  }
  return map;
}

function textOf(bytes: Uint8Array): string | Uint8Array {
  try {
    return strict.decode(bytes);
  } catch {
    return bytes;
  }
}

function timestampOf(cursor: RecordCursor, place: BatchPlace): Date | null {
  const ms = place.fixedTimestamp ?? place.baseTimestamp + BigInt(cursor.timestampDelta);
  if (ms > lastMs) throw new Error('The timestamp is later than any date');
  return ms < 0n ? null : new Date(Number(ms));
}
