import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { bareEntryPlugin } from './scripts/bare-entry-plugin';
import { glossaryPlugin } from './scripts/glossary-plugin';
import { LICENSES, licensesPlugin, licensesText } from './scripts/licenses-plugin';
import { noHtmlPlugin } from './scripts/no-html-plugin';
import { smallerPlugin } from './scripts/smaller-plugin';
import { trackedFiles } from './scripts/tracked-files';

export default defineConfig({
  modules: ['@wxt-dev/i18n/module'],
  manifestVersion: 3,
  hooks: {
    'build:done': ({ config }) => writeFileSync(join(config.outDir, LICENSES), licensesText()),
    'build:manifestGenerated': (_, manifest) => {
      // Only Firefox's has one.
      if (!manifest.sidebar_action) return;
      // WXT takes the page's title, which is in one language.
      manifest.sidebar_action.default_title = '__MSG_panel_title__';
      // Else Firefox opens it after installing, in the place of whatever the reader has there.
      manifest.sidebar_action.open_at_install = false;
      // Else the button, and the number on it, would be hidden behind another one.
      Object.assign(manifest.action ?? {}, { default_area: 'navbar' });
    },
  },
  zip: { includeSources: trackedFiles() },
  vite: ({ browser }) => ({
    plugins: [
      preact({ reactAliasesEnabled: false }),
      glossaryPlugin(),
      noHtmlPlugin(),
      bareEntryPlugin(browser === 'firefox' ? 'browser' : 'chrome'),
      licensesPlugin(),
      smallerPlugin(),
    ],
    // The glossary's texts stand in one file, loaded from the disk and only where they are shown: kB.
    build: { target: 'es2022', chunkSizeWarningLimit: 1200 },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    host_permissions: ['<all_urls>'],
    omnibox: { keyword: 'tl' },
    // Chromium suggests keys for four commands at most.
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_background_commandPopup__',
      },
      'next-term': {
        suggested_key: { default: 'Alt+Period' },
        description: '__MSG_background_commandNext__',
      },
      'previous-term': {
        suggested_key: { default: 'Alt+Comma' },
        description: '__MSG_background_commandPrevious__',
      },
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_background_commandPanel__',
      },
      'toggle-site': { description: '__MSG_background_commandSite__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'termlight@termlight.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
