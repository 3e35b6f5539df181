// Makes node_modules match package-lock.json. Runs before anything is installed: Node's built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Node's own major version that scripts, tests and tools run under. */
const NODE_MAJOR = 24;

/**
 * Installs what package-lock.json names when node_modules lacks it, and makes sure that the binaries
 * which come by install scripts (Node 24, esbuild) are there even where npm holds such scripts back.
 *
 * @param {string} root the clone
 * @param {(line: string) => void} say one line of progress
 * @returns {Promise<string>} the path of Node 24
 * @throws Error with a sentence for the person at the terminal
 */
export async function installModules(root, say) {
  if (!installed(root)) {
    say('Installing npm packages (about 20 s the first time)');
    await npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (!installed(root)) {
      throw new Error(
        'npm ci ended without an error, but node_modules still differs from package-lock.json.',
      );
    }
  }
  const node = nodeBinary(root);
  if (!runs(node, ['--version'], new RegExp(`^v${NODE_MAJOR}\\.`))) {
    say(`Installing Node ${NODE_MAJOR} into node_modules`);
    // npm runs no install script of `node` when it is told to ignore scripts: the script itself does the work.
    await run(
      process.execPath,
      ['installArchSpecificPackage.js'],
      join(root, 'node_modules', 'node'),
    );
    // The binary was missing when npm made the links of node_modules/.bin.
    await npm(root, ['rebuild', 'node', '--ignore-scripts', '--loglevel=error']);
    if (!runs(node, ['--version'], new RegExp(`^v${NODE_MAJOR}\\.`))) {
      throw new Error(
        `node_modules/.bin/node does not run as Node ${NODE_MAJOR}. Delete node_modules and try again.`,
      );
    }
  }
  const esbuild = join(root, 'node_modules', 'esbuild');
  if (!runs(node, ['-e', "require('esbuild').transformSync('1')"], /^$/, root)) {
    say('Finishing the installation of esbuild');
    await run(node, ['install.js'], esbuild);
  }
  return node;
}

/** Where the npm package `node` puts its binary. */
function nodeBinary(root) {
  const folder = join(root, 'node_modules', 'node', 'bin');
  return join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
}

/** True when every package of the lock file that this system needs is in node_modules in that version. */
function installed(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !found[path])) return true;
    return found[path]?.version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

function runs(command, args, expected, cwd) {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 30_000 });
  return result.status === 0 && expected.test(result.stdout.trim());
}

/** Runs npm: the one that runs us when there is one, else the one on the path. */
function npm(root, args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js') && existsSync(cli)) return run(process.execPath, [cli, ...args], root);
  return run('npm', args, root, process.platform === 'win32');
}

function run(command, args, cwd, shell = false) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) =>
      reject(new Error(`${command} could not be started (${error.message}). Is it installed?`)),
    );
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`${command} ${args.join(' ')} failed (${code}):\n${output}${hint(output)}`),
        );
    });
  });
}

function hint(output) {
  if (/ENOSPC/.test(output)) return '\nThe disk is full: free some space and try again.';
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|network/i.test(output)) {
    return '\nThe package registry cannot be reached: check the network and the proxy settings of npm.';
  }
  return '';
}
