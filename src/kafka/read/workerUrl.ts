/** Where the code of a worker of this room lies: beside this file as it is, or beside the bundle that holds it. */
export function workerUrl(name: string): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'cjs';
  return new URL(`./${name}.${extension}`, import.meta.url);
}
