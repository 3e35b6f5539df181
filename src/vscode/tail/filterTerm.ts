import type { FilterTerm } from '../../core/filter/recordFilter.ts';
import type { TailFilter } from '../../protocol/tailPlan.ts';

/** What a tail view's filter asks of a record: the same for what is loaded and for a scan of the topic. */
export function filterTerm(filter: TailFilter): FilterTerm {
  return { ...conditionOf(filter), ...(filter.not && { not: true }) };
}

function conditionOf({ kind, text }: TailFilter): FilterTerm {
  switch (kind) {
    case 'text':
      return { kind: 'contains', part: 'any', text };
    case 'regex':
      return { kind: 'regex', part: 'any', pattern: text };
    case 'key':
      return { kind: 'keyEquals', text };
    case 'header': {
      const [name = '', ...rest] = text.split('=');
      return rest.length === 0
        ? { kind: 'contains', part: 'header', text }
        : { kind: 'headerEquals', header: name.trim(), text: rest.join('=').trim() };
    }
    case 'expression':
      return { kind: 'cel', expression: text };
  }
}
