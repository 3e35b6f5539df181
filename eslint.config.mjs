import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A wall between rooms: the given import patterns are refused, with the reason. */
const wall = (group, message) => ({ group, message });
const noVscode = wall(['vscode'], 'Only src/vscode and src/extension.ts may import vscode.');
const noNode = wall(
  ['node:*', 'fs', 'net', 'path', 'zlib', 'crypto', 'os', 'child_process'],
  'The pure layers run anywhere: no Node API.',
);
const noKafkajs = wall(['kafkajs', 'kafkajs/*'], 'kafkajs belongs to src/kafka.');
const noInternals = wall(
  ['kafkajs/src/*', 'kafkajs/src/**'],
  'Only src/kafka/wire touches kafkajs internals.',
);
const noKit = wall(
  ['@vscode-elements/*', '@vscode-elements/**'],
  'The component kit is imported in webview/shared/controls.ts alone.',
);
/** Refuses imports of the named rooms of src. */
const noRooms = (rooms, message) =>
  wall(
    rooms.flatMap((room) => [`**/${room}/**`, `**/${room}`]),
    message,
  );
const walls = (files, ...patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '**/*.d.ts', '**/fixtures/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allow: [{ name: 'bigint', from: 'lib' }] },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 400 }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
          message: 'Record values are hostile: text nodes only.',
        },
      ],
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      eqeqeq: 'error',
    },
  },
  walls(
    ['src/core/**/*.ts', 'src/protocol/**/*.ts', 'src/messages/**/*.ts'],
    noVscode,
    noNode,
    noKafkajs,
    noKit,
    noRooms(
      ['kafka', 'registry', 'connect', 'local', 'run', 'cli', 'vscode'],
      'Data flows one way: core, protocol and messages know no other room.',
    ),
  ),
  walls(
    ['src/kafka/**/*.ts', 'src/local/**/*.ts', 'src/run/**/*.ts', 'src/cli/**/*.ts'],
    noVscode,
    noInternals,
    noKit,
    noRooms(['vscode', 'webview'], 'Data flows one way: pages and trees ask, these rooms answer.'),
  ),
  walls(['src/kafka/wire/**/*.ts'], noVscode, noKit),
  walls(['src/vscode/**/*.ts', 'src/extension.ts'], noKafkajs, noKit),
  walls(
    ['webview/**/*.ts'],
    noVscode,
    noNode,
    noKafkajs,
    noKit,
    noRooms(['kafka', 'run', 'cli', 'vscode', 'local'], 'Pages import core and protocol only.'),
  ),
  walls(['webview/shared/controls.ts'], noVscode, noNode, noKafkajs),
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // node:test's `test` and `describe` return promises that the runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
);
