/** What tests inside the extension host measured, by name, in milliseconds. */
export const measurements = new Map<string, number>();
