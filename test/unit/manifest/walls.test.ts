import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
// @ts-expect-error The configuration is plain JavaScript without types.
import { walls as untyped } from '../../../eslint.walls.mjs';

const walls = untyped as Linter.Config[];
const root = join(import.meta.dirname, '../../..');
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      plugins: { '@typescript-eslint': tseslint.plugin },
    },
    ...walls,
  ],
});

/** Whether a file of a room may import a module. */
async function allowed(file: string, module: string): Promise<boolean> {
  const results = await eslint.lintText(`import { x } from '${module}';\nx();\n`, {
    filePath: join(root, file),
  });
  return results.every(({ messages }) => messages.length === 0);
}

const refused: readonly (readonly [string, string])[] = [
  ['src/core/x.ts', 'vscode'],
  ['src/core/x.ts', 'node:fs'],
  ['src/core/x.ts', '../kafka/wire/reader.ts'],
  ['src/protocol/x.ts', '../vscode/ids.ts'],
  ['src/protocol/x.ts', '../core/record/recordStore.ts'],
  ['src/messages/x.ts', '../run/runBlock.ts'],
  ['src/kafka/admin/x.ts', 'kafkajs/src/broker/index.js'],
  ['src/kafka/read/x.ts', '../../run/runBlock.ts'],
  ['src/kafka/wire/x.ts', 'vscode'],
  ['src/kafka/wire/x.ts', '../../vscode/ids.ts'],
  ['src/kafka/wire/x.ts', '../connection/clusterClient.ts'],
  ['src/local/x.ts', 'kafkajs'],
  ['src/local/x.ts', '../../test/support/kafkaTools.ts'],
  ['src/run/x.ts', 'kafkajs'],
  ['src/run/x.ts', '../vscode/ids.ts'],
  ['src/cli/x.ts', 'vscode'],
  ['src/vscode/x.ts', 'kafkajs'],
  ['webview/tail/x.ts', '../../src/kafka/wire/reader.ts'],
  ['webview/tail/x.ts', '@vscode-elements/elements/dist/vscode-button/index.js'],
  ['webview/tail/x.ts', 'node:path'],
];

const open: readonly (readonly [string, string])[] = [
  ['src/core/x.ts', '../protocol/tailRow.ts'],
  ['src/kafka/wire/x.ts', 'kafkajs/src/broker/index.js'],
  ['src/kafka/read/x.ts', '../../core/record/recordStore.ts'],
  ['src/run/x.ts', '../kafka/admin/listTopics.ts'],
  ['src/vscode/x.ts', 'vscode'],
  ['src/vscode/x.ts', '../run/runBlock.ts'],
  ['webview/tail/x.ts', '../../src/protocol/tail.ts'],
  ['webview/shared/controls.ts', '@vscode-elements/elements/dist/vscode-button/index.js'],
];

describe('the walls between rooms', () => {
  for (const [file, module] of refused) {
    it(`keep ${file} from importing ${module}`, async () => {
      assert.equal(await allowed(file, module), false);
    });
  }
  for (const [file, module] of open) {
    it(`let ${file} import ${module}`, async () => {
      assert.equal(await allowed(file, module), true);
    });
  }
});
