// Runs on the system's Node (20 or newer) before anything is installed: no dependencies here.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = 20;
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** @param {string} message one line that says what is wrong */
export function stop(message) {
  console.error(`termlight: ${message}`);
  process.exit(1);
}

/** node_modules is there and no older than the lock file that it was made from. */
function isInstalled() {
  const made = `${ROOT}node_modules/.package-lock.json`;
  return existsSync(made) && statSync(made).mtimeMs >= statSync(`${ROOT}package-lock.json`).mtimeMs;
}

/** Installs the dependencies as the lock file says, unless they are installed. */
export function install() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    stop(`Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}`);
  if (isInstalled()) return;
  console.log('Installing dependencies …');
  const { status } = spawnSync(NPM, ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) stop('npm ci failed; its message stands above');
}

/**
 * Runs an npm script with the project's own Node and leaves with its exit code.
 * @param {string} script
 * @param {string[]} args
 */
export function run(script, args) {
  const child = spawn(NPM, ['run', '--silent', script, '--', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, TERMLIGHT_CWD: process.env.INIT_CWD ?? process.cwd() },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
