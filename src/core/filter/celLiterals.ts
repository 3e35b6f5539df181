import type { ASTNode } from '@marcbachmann/cel-js';
import {
  requiredForInteger,
  requiredInJson,
  type RequiredTexts,
  strictest,
} from './requiredText.ts';

/** What must occur in the raw bytes of a record for a CEL expression to be true; `undefined` for nothing. */
export function requiredInExpression(ast: ASTNode): RequiredTexts | undefined {
  return strictest(requirements(ast));
}

/** Requirements that must all hold where `node` is true. */
function requirements(node: ASTNode): RequiredTexts[] {
  switch (node.op) {
    case '&&':
      return [...requirements(node.args[0]), ...requirements(node.args[1])];
    case '||': {
      const [left, right] = node.args.map((side) => strictest(requirements(side)));
      return left === undefined || right === undefined ? [] : [[...left, ...right]];
    }
    case '==': {
      const [left, right] = node.args;
      return one(requiredBy(left, right) ?? requiredBy(right, left));
    }
    case 'in': {
      const [item, list] = node.args;
      if (list.op !== 'list') return [];
      const each = list.args.map((literal) => requiredBy(item, literal));
      return each.length === 0 || each.includes(undefined)
        ? []
        : [each.flatMap((texts) => texts ?? [])];
    }
    case 'rcall': {
      const [name, receiver, [argument, ...others]] = node.args;
      if (!['contains', 'startsWith', 'endsWith'].includes(name)) return [];
      return argument === undefined || others.length > 0 ? [] : one(requiredBy(receiver, argument));
    }
    default:
      return [];
  }
}

function one(texts: RequiredTexts | undefined): RequiredTexts[] {
  return texts === undefined ? [] : [texts];
}

/** What must occur where something of a record is equal to a literal (or, for text, contains it). */
function requiredBy(path: ASTNode, literal: ASTNode): RequiredTexts | undefined {
  const root = rootOf(path);
  const value = literalOf(literal);
  if (root === undefined) return undefined;
  if (typeof value === 'bigint') return root.inJson ? requiredForInteger(value) : undefined;
  if (typeof value !== 'string') return undefined;
  if (root.inJson) return requiredInJson(value);
  return value.length < 3 ? undefined : [value];
}

function literalOf(node: ASTNode): string | bigint | undefined {
  if (node.op === '-_') {
    const value = literalOf(node.args);
    return typeof value === 'bigint' ? -value : undefined;
  }
  if (node.op !== 'value') return undefined;
  return typeof node.args === 'string' || typeof node.args === 'bigint' ? node.args : undefined;
}

/** Whether a path begins at the key, the value or the headers, and whether it leads into their JSON. */
function rootOf(path: ASTNode): { inJson: boolean } | undefined {
  let node = path;
  let steps = 0;
  while (node.op === '.' || node.op === '[]') {
    node = node.args[0];
    steps++;
  }
  if (node.op !== 'id') return undefined;
  if (node.args === 'headers') return steps === 1 ? { inJson: false } : undefined;
  // A key or value that equals a text is that text, byte by byte.
  if (node.args === 'key' || node.args === 'value') return { inJson: steps > 0 };
  return undefined;
}
