import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  commands,
  contextKeys,
  languages,
  panels,
  settingPrefix,
  settings,
  views,
} from '../../../src/vscode/ids.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      command: string;
      title: string;
      category: string;
      enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
    readonly keybindings: readonly { command: string; when: string }[];
    readonly views: Readonly<Record<string, readonly { id: string; name: string }[]>>;
    readonly viewsWelcome: readonly { view: string; contents: string; when: string }[];
    readonly languages: readonly { id: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { scope?: string; default?: unknown }>>;
    };
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly activationEvents: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
}

const root = join(import.meta.dirname, '../../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const manifest = read('package.json') as Manifest;
const nls = read('package.nls.json') as Record<string, string>;
const { contributes } = manifest;
const sorted = (values: Iterable<string>): string[] => [...values].sort();

describe('the manifest', () => {
  it('asks for a VS Code whose Node has zstd: 1.101 was the first, with Node 22.15', () => {
    const [, minor = ''] = /^\^1\.(\d+)\.0$/.exec(manifest.engines.vscode) ?? [];
    assert.ok(Number(minor) >= 101, manifest.engines.vscode);
  });

  it('declares exactly the commands that the code knows', () => {
    assert.deepEqual(
      sorted(contributes.commands.map(({ command }) => command)),
      sorted(Object.values(commands)),
    );
  });

  it('gives every command the category Kafka and a title from the nls file', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.equal(category, 'Kafka', command);
      assert.match(title, /^%command\..+%$/, command);
    }
  });

  it('writes titles as VS Code does: each word with a capital but the small ones', () => {
    const small = new Set(['a', 'as', 'from', 'of', 'the', 'to', 'with']);
    for (const { title } of contributes.commands) {
      const text = nls[title.slice(1, -1)] ?? '';
      const words = text.replace(/…$/, '').split(' ');
      assert.ok(words.length > 0 && !small.has(words[0] ?? ''), text);
      for (const word of words) assert.ok(small.has(word) || /^[A-Z0-9]/.test(word), text);
    }
  });

  it('declares exactly the views, settings and languages that the code knows', () => {
    assert.deepEqual(
      sorted(Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id))),
      sorted(Object.values(views)),
    );
    assert.deepEqual(
      sorted(Object.keys(contributes.configuration.properties)),
      sorted(Object.values(settings).map((key) => `${settingPrefix}.${key}`)),
    );
    assert.deepEqual(
      contributes.languages.map(({ id }) => id),
      Object.values(languages),
    );
  });

  it('gives every setting a scope and a default', () => {
    for (const [name, property] of Object.entries(contributes.configuration.properties)) {
      assert.ok(property.scope !== undefined && property.default !== undefined, name);
    }
  });

  it('uses only context keys of ours that the code sets', () => {
    const text = JSON.stringify(contributes);
    const used = text.match(/!?kafkaWorkbench\.\w+(?=[\s"&|)]|$)/g) ?? [];
    const known = new Set<string>([
      ...Object.values(contextKeys),
      ...Object.values(views),
      'kafkaWorkbench.showLog',
      'kafkaWorkbench.clusters',
    ]);
    for (const key of used) assert.ok(known.has(key.replace('!', '')), key);
    for (const key of Object.values(contextKeys)) assert.ok(text.includes(key), key);
  });

  it('uses every text of the nls file, and no text that is missing there', () => {
    const used = JSON.stringify(manifest).match(/%[\w.]+%/g) ?? [];
    assert.deepEqual(
      sorted(new Set(used.map((key) => key.slice(1, -1)))),
      sorted(Object.keys(nls)),
    );
  });

  it('names only declared commands in menus and keys', () => {
    const known = new Set<string>(Object.values(commands));
    const named = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    for (const { command } of named) assert.ok(known.has(command), command);
  });

  it('never offers to destroy something inline or by a bare key outside the tree', () => {
    for (const item of contributes.menus['view/item/context'] ?? []) {
      if (/delete|remove/.test(item.command)) {
        assert.match((item as { group?: string }).group ?? '', /^9_delete/);
      }
    }
    const keys = contributes.keybindings.filter(({ command }) => command === commands.deleteTopic);
    for (const { when } of keys) assert.match(when, /focusedView == kafkaWorkbench\.explorer/);
  });

  it('keeps the settings that choose hosts out of untrusted workspaces', () => {
    assert.ok(
      manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(
        'kafkaWorkbench.clusters',
      ),
    );
  });

  it('starts for nothing but what VS Code derives, a tail view that a window restores, and a link', () => {
    assert.deepEqual(manifest.activationEvents, [`onWebviewPanel:${panels.tail}`, 'onUri']);
  });

  it('never uses the bare prefix that other extensions own', () => {
    for (const name of Object.keys(contributes.configuration.properties)) {
      assert.match(name, /^kafkaWorkbench\./);
    }
  });

  it('depends at run time on pinned packages without native parts', () => {
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      const files = readdirSync(join(root, 'node_modules', name), { recursive: true });
      assert.ok(!files.some((file) => /\.node$|binding\.gyp$/.test(String(file))), name);
    }
  });
});
