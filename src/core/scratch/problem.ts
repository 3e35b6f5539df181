/**
 * What can be wrong (or worth a hint) in a scratch file. The sentence of each code stands in
 * `src/messages/scratchProblems.ts`; the comments here say what `args` holds.
 */
export type ProblemCode =
  // of a value: args[0] is the text as written
  | 'valueMissing'
  | 'integerInvalid' // [text, min]
  | 'integerTooLarge' // [text, max]
  | 'choiceInvalid' // [text, choices]
  | 'choiceSuggested' // [text, suggestion, choices]
  | 'topicNameInvalid'
  | 'durationInvalid'
  | 'sizeInvalid'
  | 'rateInvalid'
  | 'timestampInvalid'
  | 'startInvalid'
  | 'stopInvalid'
  | 'resetInvalid'
  | 'partitionsInvalid'
  | 'partitionRangeReversed'
  | 'partitionsTooMany' // [text, most]
  | 'offsetsInvalid'
  | 'expressionInvalid' // [what is wrong]
  | 'formatInvalid' // [text, choices]
  | 'encodingUnknown' // [encoding, choices]
  | 'headerInvalid'
  | 'headerEntryDropped' // [entry]
  | 'headerValueCut' // [entry, value kept]
  | 'fileInvalid'
  | 'schemaInvalid'
  // of a line or a block
  | 'strayText'
  | 'keywordGlued' // [keyword]
  | 'keywordIncomplete' // [keyword, form]
  | 'keywordInBody' // [keyword]
  | 'propertyUnknown' // [name, keyword]
  | 'propertySuggested' // [name, keyword, suggestion]
  | 'configUnknown' // [name]
  | 'configSuggested' // [name, suggestion]
  | 'colonMissing' // [name]
  | 'lineNotProperty' // [keyword]
  | 'propertyDuplicate' // [name]
  | 'propertyMissing' // [name, keyword]
  | 'propertyIsBody' // [name, value]
  | 'propertyKeptAsBody' // [name]
  | 'bodyNearProperty' // [suggestion]
  | 'bodyMissing' // [keyword]
  | 'bodyAndProperty' // [name]
  | 'recordsAndValue'
  | 'separatorUnused'
  | 'schemaUnused' // [name, key or value, formats]
  | 'groupNameInvalid' // [text]
  // of variables and templates
  | 'variableInvalid'
  | 'variableDuplicate' // [name]
  | 'seedInvalid' // [text]
  | 'clusterUnknown' // [name]
  | 'clusterSuggested' // [name, suggestion]
  | 'templateUnknown' // [expression]
  | 'variableUnknown' // [name]
  | 'variableCycle' // [name]
  | 'templateUnclosed'
  | 'fakerUnknown' // [path]
  | 'fakerSuggested' // [path, suggestion]
  | 'fakerArgumentTooLarge' // [path, number, most]
  | 'fakerRefused' // [expression, why]
  | 'environmentUnset' // [name]
  // of running
  | 'propertyNotYet' // [name]
  | 'formatNotYet' // [format]
  | 'schemaNotYet'
  | 'blockNotYet' // [what the keyword line says]
  | 'nameInvalid' // [the keyword line, filled in]
  | 'lastWithGroup'
  | 'idempotentAcks'
  | 'partitionsFewer' // [topic, now, wanted]
  | 'groupHasMembers' // [group, count, members]
  | 'groupNothingCommitted' // [group]
  | 'groupNothingToTake' // [group]
  | 'formatCannotHold' // [text, format]
  | 'jsonInvalid' // [why]
  | 'jsonLineInvalid' // [what is wrong]
  | 'jsonLineNoObject'
  | 'jsonFieldUnknown' // [name, known names]
  | 'jsonDataInvalid' // [name]
  | 'jsonHeadersInvalid'
  | 'jsonWholeInvalid' // [name]
  | 'csvInvalid' // [line]
  | 'csvAfterQuote' // [line]
  | 'rowTooLong' // [line, millions of characters]
  | 'csvColumns' // [line, cells, columns]
  | 'csvColumnTwice' // [name]
  | 'csvColumnUnused' // [name]
  | 'separatorMissing' // [separator, line]
  | 'recordsNone'
  | 'fileUnreadable' // [path, why]
  | 'fileNeedsFolder' // [path]
  | 'partitionUnknown' // [partition, topic, count]
  | 'topicNotThere' // [topic, cluster]
  | 'confirmationNeeded' // [plan]
  | 'untrusted';

/** A problem without a place: a code and what its sentence names. */
export interface Problem {
  readonly code: ProblemCode;
  readonly args: readonly (string | number)[];
}

/** Shorthand that keeps call sites on one line. */
export function problem(code: ProblemCode, ...args: (string | number)[]): Problem {
  return { code, args };
}
