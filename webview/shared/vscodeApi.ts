/** The part of VS Code's page API that the pages use. */
export interface VscodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VscodeApi;

/** VS Code hands its API out once per page load: call this once, in main.ts. */
export function vscodeApi(): VscodeApi {
  return acquireVsCodeApi();
}
