/** Finds a browser that can load an unpacked extension, or installs one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir, platform, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import {
  Browser,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';

export type BrowserName = 'chromium' | 'firefox';

/** Where the variable does not name one. Google Chrome is left out: since version 137 it ignores --load-extension. */
const COMMANDS: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'ungoogled-chromium'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};
const APPLICATIONS: Record<BrowserName, string[]> = {
  chromium: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};
const VARIABLE: Record<BrowserName, string> = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };
const DEBIAN_PACKAGE: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const FIREFOX_CACHE = join(homedir(), '.cache', 'puppeteer');

const onPath = (command: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((dir) => join(dir, platform() === 'win32' ? `${command}.exe` : command))
    .find((file) => existsSync(file));

/**
 * The path of an installed browser, or undefined.
 * @throws Error when the environment variable names a file that is not there
 */
export async function findBrowser(name: BrowserName): Promise<string | undefined> {
  const named = process.env[VARIABLE[name]];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${VARIABLE[name]} names ${named}, which does not exist`);
  }
  const found =
    COMMANDS[name].map(onPath).find(Boolean) ?? APPLICATIONS[name].find((file) => existsSync(file));
  if (found) return found;
  if (name === 'chromium')
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
  const downloaded = existsSync(FIREFOX_CACHE) ? await getInstalledBrowsers({ cacheDir: FIREFOX_CACHE }) : [];
  return downloaded.find((b) => b.browser === Browser.FIREFOX)?.executablePath;
}

function runs(command: string, args: string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

function installFromDebian(name: BrowserName): boolean {
  if (platform() !== 'linux' || userInfo().uid !== 0 || !onPath('apt-get')) return false;
  return (
    runs('apt-get', ['update', '-qq']) &&
    runs('apt-get', ['install', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', DEBIAN_PACKAGE[name]])
  );
}

async function download(name: BrowserName): Promise<boolean> {
  if (name === 'chromium') {
    return runs(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  }
  // Playwright's own Firefox cannot install extensions, so Mozilla's build is fetched.
  const os = detectBrowserPlatform();
  if (!os) return false;
  try {
    const buildId = await resolveBuildId(Browser.FIREFOX, os, 'stable');
    await install({ browser: Browser.FIREFOX, cacheDir: FIREFOX_CACHE, buildId });
    return true;
  } catch (error) {
    console.error(String(error));
    return false;
  }
}

/**
 * The path of a browser, installed now if there is none: Debian's package as root, a download elsewhere.
 * @throws Error that says what is missing and what to do
 */
export async function ensureBrowser(name: BrowserName): Promise<string> {
  const found = await findBrowser(name);
  if (found) return found;
  console.log(`No ${name} found: installing it …`);
  if (installFromDebian(name) || (await download(name))) {
    const installed = await findBrowser(name);
    if (installed) return installed;
  }
  throw new Error(
    `${name} is missing and could not be installed; install it, or set ${VARIABLE[name]} to its path`,
  );
}
