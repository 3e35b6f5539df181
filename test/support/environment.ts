/** What the test runner hands to the tests (see test/runner/prepare.ts). */
export type TestVariable =
  | 'KAFKA_BOOTSTRAP'
  | 'KAFKA_LIBS'
  | 'CHROMIUM'
  | 'VSCODE_SERVER'
  | 'VSCODE_ELECTRON'
  | 'EXTENSION_VSIX';

/** The value of a variable that the test runner sets for this suite. */
export function fromRunner(name: TestVariable): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: run this file by "npm test -- <path>".`);
  }
  return value;
}
