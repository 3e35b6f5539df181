import { chromium, type Browser } from 'playwright-core';
import { fromRunner } from './environment.ts';

/** Without sandbox (tests run as root in containers) and without traffic of its own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the headless Chromium that the test runner found; the caller closes it. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: fromRunner('CHROMIUM'), args: flags });
}
