import type { Page } from 'playwright-core';

/** Clicks a row of the tail page, counted from 0, and waits for the details of its record. */
export async function openRecord(page: Page, row: number): Promise<void> {
  await page.locator(`#row-${row}:not(.blank)`).click();
  await page.waitForSelector('.details:not([hidden]):not([aria-busy])');
}
