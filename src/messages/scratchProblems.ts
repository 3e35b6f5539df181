import type { Problem, ProblemCode } from '../core/scratch/problem.ts';
import type { Translate } from './translate.ts';

/** The sentence of each problem; `{0}` … are the problem's arguments (see ProblemCode). */
const sentences: Readonly<Record<ProblemCode, string>> = {
  valueMissing: 'A value is missing behind the colon.',
  integerInvalid: '“{0}” is not a whole number of {1} or more.',
  integerTooLarge: '“{0}” is too large: at most {1}.',
  choiceInvalid: '“{0}” is none of: {1}.',
  choiceSuggested: '“{0}” is none of: {2}. Did you mean “{1}”?',
  topicNameInvalid:
    '“{0}” is not a topic name: 1 to 249 letters (a–z), digits, “.”, “_” and “-”, and neither “.” nor “..”.',
  durationInvalid: '“{0}” is not a duration such as 500ms, 3s, 5m, 1h or 7d.',
  sizeInvalid: '“{0}” is not a size such as 1048576, 512KB or 1GB.',
  rateInvalid: '“{0}” is not a rate such as 200/s, 30/m or 5/h.',
  timestampInvalid:
    '“{0}” is not a time: write 2026-01-31T12:00:00Z, milliseconds since 1970, or now-5m.',
  startInvalid:
    '“{0}” is no place to start: write earliest, latest, an offset, last 10, a time, -15m, or 0=120,1=98.',
  stopInvalid: '“{0}” is no place to stop: write end, an offset, a time, or 0=120,1=98.',
  resetInvalid:
    '“{0}” is no place to reset to: write earliest, latest, offset 5, a time, -15m, shift -100, 0=120,1=98, or like other-group.',
  partitionsInvalid: '“{0}” is not a list of partitions such as 0, 0,1,2 or 0-2.',
  partitionRangeReversed: 'The range “{0}” ends before it starts.',
  partitionsTooMany: '“{0}” are more than {1} partitions.',
  offsetsInvalid: '“{0}” are no offsets such as 0=120,1=98.',
  expressionInvalid: 'This expression cannot be understood: {0}',
  formatInvalid: '“{0}” is not a format. Known are: {1}.',
  encodingUnknown: '“{0}” is not a text encoding. Known are: {1}.',
  headerInvalid: '“{0}” is not a header: write name = value.',
  headerEntryDropped:
    '“{0}” has no “=” and is left out. Write “header: name = value” for a value with commas.',
  headerValueCut:
    'Of “{0}” only “{1}” becomes the value. Write “header: name = value” for a value with an equals sign.',
  fileInvalid: '“{0}” cannot be read here: write null, empty or file(path).',
  schemaInvalid: '“{0}” is not a schema: write it as JSON, or file(path).',
  strayText: 'This text belongs to no block and does nothing. Start comments with “--”.',
  keywordGlued: 'This is not a block: {0} must be a word of its own.',
  keywordIncomplete: 'This is not a block yet: {0} is written as “{1}”.',
  keywordInBody: 'This {0} is part of the text above. End the block above with a line “###”.',
  propertyUnknown: '{1} has no property “{0}”.',
  propertySuggested: '{1} has no property “{0}”. Did you mean “{2}”?',
  configUnknown: '“{0}” is not a topic config this version knows; the broker decides.',
  configSuggested: '“{0}” is not a topic config this version knows. Did you mean “{1}”?',
  colonMissing: 'A colon is missing behind “{0}”.',
  lineNotProperty: 'Write “name: value” here, or end the {0} with a line “###”.',
  propertyDuplicate: '“{0}” stands again below, and the last one counts.',
  propertyMissing: 'This {1} needs a “{0}”.',
  propertyIsBody: '“{1}” is no value of “{0}”, so the text to send starts here.',
  propertyKeptAsBody:
    'There is no other text to send, so “{0}” and what follows is the text. Add a body below if it is meant as a property.',
  bodyNearProperty:
    'The text to send starts here. If this line is meant as a property, write “{0}: …” at its beginning.',
  bodyMissing: 'This {0} has no text. Write it below the properties.',
  bodyAndProperty: '“{0}” already says what is sent: remove it, or this text.',
  recordsAndValue: '“records” and “value” cannot stand together.',
  schemaUnused: '“{0}” is not used here: it counts with these formats of the {1} only: {2}.',
  separatorUnused: '“separator” counts with “records: lines” only: nothing is split here.',
  groupNameInvalid: '“{0}” is not a group id.',
  variableInvalid: 'This does nothing. A variable is written as “@name = value”.',
  variableDuplicate: '“@{0}” stands again below, and the last one counts.',
  seedInvalid: '“@seed” wants a whole number, not “{0}”.',
  clusterUnknown: 'No cluster named “{0}” is saved.',
  clusterSuggested: 'No cluster named “{0}” is saved. Did you mean “{1}”?',
  templateUnknown: '“{0}” stands for nothing. Write “\\{{” or “template: off” to send it as it is.',
  variableUnknown:
    'There is no “@{0} = …” in this file. Write “\\{{” or “template: off” to send the braces as they are.',
  variableCycle: '“@{0}” is defined by itself.',
  templateUnclosed: 'This is sent as it is: an expression ends with “}}”.',
  fakerUnknown:
    'There is no random data named “{0}”. Write “\\{{” or “template: off” to send the braces as they are.',
  fakerSuggested: 'There is no random data named “{0}”. Did you mean “{1}”?',
  fakerArgumentTooLarge: '“{0}” takes numbers up to {2} here, not {1}.',
  fakerRefused: '{0} cannot be filled in: {1}',
  environmentUnset: 'The environment variable {0} is not set.',
  propertyNotYet: '“{0}” cannot be carried out yet. Remove the line to run the block without it.',
  formatNotYet:
    'The format “{0}” cannot be used yet. Write another one, or remove the line for plain text.',
  schemaNotYet:
    'Values cannot be checked against a schema yet. Remove the line to send without a check.',
  blockNotYet:
    '“{0}” cannot be run yet: this version knows neither Kafka Connect nor schema registries.',
  nameInvalid: '“{0}” is what this says when it is filled in: it must name one thing.',
  idempotentAcks:
    'Idempotent producing and transactions need “acks: all”: only then is it known what was written.',
  lastWithGroup:
    'A group reads on from an offset of each partition, so “last” has no meaning here. Remove the group id, or write another “from”.',
  partitionsFewer:
    'The topic “{0}” has {1} partitions, and Kafka takes none away: {2} are not possible without creating it anew.',
  groupHasMembers:
    'The group “{0}” has members ({1}: {2}), so its offsets stay as they are. Stop them first.',
  groupNothingCommitted: 'The group “{0}” has committed nothing here. Name a topic.',
  groupNothingToTake:
    'The group “{0}” has committed nothing in these partitions, so no offset can be made of it.',
  formatCannotHold: '“{0}” cannot be written as {1} without losing something.',
  jsonInvalid: 'The value is not JSON: {0}',
  jsonLineInvalid: 'This record is not JSON: {0}',
  jsonLineNoObject: 'A record is a JSON object, such as {"key": "a", "value": "b"}.',
  jsonFieldUnknown: 'A record has no “{0}”: it has {1}.',
  jsonDataInvalid:
    '“{0}” must be a text, null or {"base64": "…"}. JSON stands there as a text: "{\\"a\\": 1}".',
  jsonHeadersInvalid: '“headers” must be a list of pairs, such as [["name", "value"]].',
  jsonWholeInvalid: '“{0}” must be a whole number.',
  csvInvalid: 'From line {0} on, the records are not CSV: a quotation mark is not closed.',
  csvAfterQuote:
    'In line {0} the records are not CSV: behind a closing quotation mark comes a comma or the end of the row. One within a quoted cell is written twice.',
  rowTooLong:
    'The record on line {0} goes on for more than {1} million characters. Put an end to its line.',
  csvColumns: 'Line {0} of the records has {1} cells, the first line {2}.',
  csvColumnTwice: 'The first row of the CSV names the column “{0}” twice.',
  csvColumnUnused:
    'The column “{0}” would be lost: beside “value” a row has only a “key”. Remove it, or name “value” otherwise, so that all columns become one JSON object.',
  separatorMissing: 'There is no “{0}” on line {1} of the records.',
  recordsNone: 'There is no record to send.',
  fileUnreadable: 'The file {0} cannot be read: {1}',
  fileNeedsFolder: 'Save this file first: {0} is looked for beside it.',
  partitionUnknown: 'There is no partition {0} in the topic “{1}”: it has {2}, counted from 0.',
  topicNotThere: 'There is no topic “{0}” in “{1}”.',
  confirmationNeeded: '{0} Nothing was done: run with --yes to do it.',
  untrusted: 'Blocks do not run in a workspace that is not trusted.',
};

/** The sentence for a problem in the user's language. */
export function problemSentence(problem: Problem, t: Translate): string {
  return t(sentences[problem.code], ...problem.args);
}
