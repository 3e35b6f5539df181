/** What each built-in expression stands for. */
export const builtinDocs: ReadonlyMap<string, string> = new Map([
  ['$timestamp', 'The moment in milliseconds since 1970.'],
  ['$date.now', 'The moment in milliseconds since 1970.'],
  ['$date.iso', 'The moment as ISO 8601, in UTC.'],
  ['$date.unix', 'The moment in seconds since 1970.'],
  ['$uuid', 'A random UUID.'],
  ['$index', 'The number of the record in this run, from 0.'],
]);
