import { parsed, refused, type ValueParser } from '../parsed.ts';
import { suggestName } from '../suggestion.ts';

/** Reads one of a few words, in exactly that spelling; a near miss gets a suggestion. */
export function choice<const T extends string>(...choices: readonly T[]): ValueParser<T> {
  return (text) => {
    const found = choices.find((one) => one === text);
    if (found !== undefined) {
      return parsed(found);
    }
    const suggestion = suggestName(text, choices);
    const list = choices.join(', ');
    return suggestion === undefined
      ? refused('choiceInvalid', text, list)
      : refused('choiceSuggested', text, suggestion, list);
  };
}
