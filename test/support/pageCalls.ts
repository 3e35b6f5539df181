import type { Page } from 'playwright-core';

/** The bodies of the calls of that name that the page has sent to the stub host, in their order. */
export async function pageCalls(page: Page, name: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) => window.stub.calls.filter((call) => call.name === wanted).map(({ body }) => body),
    name,
  );
}

/** The body of the last of {@link pageCalls}; undefined when there is none. */
export async function lastPageCall(page: Page, name: string): Promise<unknown> {
  return (await pageCalls(page, name)).at(-1);
}
