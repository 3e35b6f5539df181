import { availableParallelism } from 'node:os';

/** What a suite's tests find running or built before they start. */
export type Need = 'kafka' | 'chromium' | 'build' | 'package' | 'vscode';

/** One kind of test files and how they run. */
export interface Suite {
  readonly name: string;
  /** Its files, relative to the clone. */
  readonly glob: string;
  readonly needs: readonly Need[];
  /** How many files run at once. */
  readonly concurrency: number;
  /** Time limit of one test. */
  readonly testLimitMs: number;
  /** Time limit of one file: catches a test that leaves a socket or timer open. */
  readonly fileLimitMs: number;
}

const cores = availableParallelism();

/** Every suite, in the order of a whole run: the quick ones first. */
export const suites: readonly Suite[] = [
  {
    name: 'unit',
    glob: 'test/unit/**/*.test.ts',
    needs: [],
    concurrency: cores,
    testLimitMs: 30_000,
    fileLimitMs: 120_000,
  },
  {
    name: 'cluster',
    glob: 'test/cluster/**/*.test.ts',
    needs: ['kafka'],
    concurrency: Math.min(cores, 4),
    testLimitMs: 120_000,
    fileLimitMs: 300_000,
  },
  {
    name: 'page',
    glob: 'test/page/**/*.test.ts',
    needs: ['build', 'chromium'],
    // A browser and what it measures want a processor beside the test's.
    concurrency: Math.max(1, Math.min(Math.floor(cores / 2), 4)),
    testLimitMs: 60_000,
    fileLimitMs: 300_000,
  },
  {
    name: 'host',
    glob: 'test/host/**/*.test.ts',
    needs: ['build', 'package', 'kafka', 'chromium', 'vscode'],
    concurrency: 1,
    testLimitMs: 180_000,
    fileLimitMs: 600_000,
  },
];
