// node build.mjs OUT: installs when the lock changed, builds when the sources changed, and copies the result to OUT.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'postcss.config.cjs', 'tsconfig.json', 'package-lock.json'];

const target = process.argv[2];
if (!target) {
  console.error('usage: node build.mjs <output folder>');
  process.exit(2);
}
const out = resolve(target);
process.chdir(dirname(fileURLToPath(import.meta.url)));

function filesOf(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    return entry.isDirectory() ? filesOf(child) : [child];
  });
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs the work unless the stamp says it was done for the very same input. */
function once(stamp, print, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return;
  rmSync(stamp, { force: true });
  work();
  writeFileSync(stamp, print);
}

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`npm could not be started (${error.message}); Node 20 or newer with npm is needed.`);
  if (status !== 0) process.exit(status ?? 1);
}

once('node_modules/.stamp', fingerprint(['package.json', 'package-lock.json']), () =>
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline'));

const print = fingerprint(sources.flatMap((path) => (path.includes('.') ? [path] : filesOf(path))));
once('dist/.stamp', print, () => npm('run', 'build'));

// A hashed file of an earlier build must not live on in the jar.
if (!existsSync(join(out, '.stamp')) || readFileSync(join(out, '.stamp'), 'utf8') !== print) {
  rmSync(join(out, 'assets'), { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync('dist', out, { recursive: true });
}
