/** What each built-in expression stands for. */
export const builtinDocs: ReadonlyMap<string, string> = new Map([
  ['$timestamp', 'The moment in milliseconds since 1970.'],
  ['$date.now', 'The moment in milliseconds since 1970.'],
  ['$date.iso', 'The moment as ISO 8601, in UTC.'],
  ['$date.unix', 'The moment in seconds since 1970.'],
  ['$uuid', 'A random UUID.'],
  ['$index', 'The number of the record in this run, from 0.'],
]);

/** What a variable of that name is for. */
export function variableDoc(name: string): string {
  switch (name) {
    case 'cluster':
      return 'The saved cluster that this file’s blocks run on.';
    case 'seed':
      return 'Makes random data the same in every run.';
    case 'locale':
      return 'The language of random data.';
    default:
      return 'A variable of this file, filled in once for each run.';
  }
}
