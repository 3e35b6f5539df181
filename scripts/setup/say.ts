/** Prints one line of progress. Progress goes to stderr, so that stdout stays for results. */
export function say(line: string): void {
  process.stderr.write(`• ${line}\n`);
}
