import type { ASTNode } from '@marcbachmann/cel-js';

/** The nodes right below a node of a CEL expression. */
export function childrenOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const collect = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(collect);
    else if (isNode(part)) found.push(part);
  };
  if (node.op !== 'value') collect(node.args);
  return found;
}

function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part && 'args' in part;
}

/** Whether an expression looks at a variable at all. */
export function usesVariable(node: ASTNode, name: string): boolean {
  if (node.op === 'id' && node.args === name) return true;
  return childrenOf(node).some((child) => usesVariable(child, name));
}

/**
 * The members of a variable that an expression looks at; `undefined` where it looks at the variable as a
 * whole, so that all of them may matter.
 */
export function membersRead(node: ASTNode, variable: string): ReadonlySet<string> | undefined {
  const members = new Set<string>();
  const visit = (part: ASTNode): boolean => {
    const member = memberOf(part, variable);
    if (member !== undefined) {
      members.add(member);
      return true;
    }
    if (part.op === 'id' && part.args === variable) return false;
    return childrenOf(part).every(visit);
  };
  return visit(node) ? members : undefined;
}

/** `variable.member` or `variable["member"]`: the member's name. */
function memberOf(node: ASTNode, variable: string): string | undefined {
  if (node.op !== '.' && node.op !== '[]') return undefined;
  const [object, member] = node.args;
  if (object.op !== 'id' || object.args !== variable) return undefined;
  if (typeof member === 'string') return member;
  return member.op === 'value' && typeof member.args === 'string' ? member.args : undefined;
}
