import { afterEach, expect, test, vi } from 'vitest';
import { canSpeak, speak } from '../../entrypoints/reader/speech';

const voice = (name: string, lang: string, localService: boolean, isDefault = false) => ({
  name,
  lang,
  localService,
  default: isDefault,
});

function withVoices(...voices: ReturnType<typeof voice>[]) {
  const spoken: string[] = [];
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    cancel: () => spoken.push('(cancel)'),
    speak: (utterance: { text: string; voice: { name: string } }) =>
      spoken.push(`${utterance.voice.name}: ${utterance.text}`),
  });
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      voice = { name: '' };
      constructor(readonly text: string) {}
    },
  );
  return spoken;
}

afterEach(() => vi.unstubAllGlobals());

test('a voice that sends the text away is no voice', () => {
  const spoken = withVoices(voice('Cloud', 'en-US', false, true));
  expect(canSpeak()).toBe(false);
  speak('rituximab');
  expect(spoken).toEqual([]);
});

test('nor is one of another language, nor a browser without any', () => {
  withVoices(voice('Anna', 'de-DE', true));
  expect(canSpeak()).toBe(false);
  vi.unstubAllGlobals();
  expect(canSpeak()).toBe(false);
});

test.each([
  [
    'the default',
    [voice('A', 'en-GB', true), voice('B', 'en-AU', true, true), voice('C', 'en-US', true)],
    'B',
  ],
  ['else an American one', [voice('A', 'en-GB', true), voice('C', 'en-US', true)], 'C'],
  ['else the first', [voice('Cloud', 'en-US', false), voice('A', 'en-GB', true)], 'A'],
])('speaks with %s, in place of what was being spoken', (_name, voices, name) => {
  const spoken = withVoices(...voices);
  expect(canSpeak()).toBe(true);
  speak('rituximab');
  expect(spoken).toEqual(['(cancel)', `${name}: rituximab`]);
});
