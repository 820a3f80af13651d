import { expect, test } from 'vitest';
import { isShortcut } from '../../entrypoints/reader/keys';

const press = (key: string, code: string, held = '') => ({
  key,
  code,
  altKey: held.includes('alt'),
  ctrlKey: held.includes('ctrl'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
});

test.each<[name: string, event: ReturnType<typeof press>, shortcut: string, is: boolean]>([
  ['as Chromium writes it', press('.', 'Period', 'alt'), 'Alt+Period', true],
  ['as Firefox writes it', press('.', 'Period', 'alt'), 'Alt+.', true],
  ['the character that Alt makes on a Mac', press('≥', 'Period', 'alt'), 'Alt+Period', true],
  ['without Alt', press('.', 'Period'), 'Alt+Period', false],
  ['with one key more', press('.', 'Period', 'alt shift'), 'Alt+Period', false],
  ['another key', press(',', 'Comma', 'alt'), 'Alt+Period', false],
  ['a letter', press('y', 'KeyY', 'ctrl shift'), 'Ctrl+Shift+Y', true],
  ['a letter on a keyboard of another layout', press('y', 'KeyZ', 'ctrl'), 'Ctrl+Y', true],
  ['the letter that Alt makes on a Mac', press('¬', 'KeyL', 'alt'), 'Alt+L', true],
  ['Command on a Mac', press('k', 'KeyK', 'meta'), 'Command+K', true],
  ['Control on a Mac', press('k', 'KeyK', 'ctrl'), 'MacCtrl+K', true],
  ['no shortcut set', press('.', 'Period', 'alt'), '', false],
])('%s', (_name, event, shortcut, is) => {
  expect(isShortcut(event, shortcut)).toBe(is);
});
