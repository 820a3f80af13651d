import { afterEach, expect, test, vi } from 'vitest';
import { canSpeak, speak } from '../../entrypoints/reader/speech';
import { hasLocalVoice } from '../../lib/voices';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

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

test('in Firefox no page asks for voices before its background has found one', async () => {
  vi.stubEnv('FIREFOX', 'true');
  vi.resetModules();
  const getVoices = vi.fn(() => [voice('A', 'en-US', true)]);
  vi.stubGlobal('speechSynthesis', { getVoices });
  const speech = await import('../../entrypoints/reader/speech');
  expect(speech.canSpeak()).toBe(false);
  sendMessage.mockResolvedValueOnce(false);
  await speech.findVoices();
  expect(speech.canSpeak()).toBe(false);
  expect(getVoices).not.toHaveBeenCalled();
  sendMessage.mockResolvedValueOnce(true);
  await speech.findVoices();
  expect(speech.canSpeak()).toBe(true);
  vi.unstubAllEnvs();
});

test('voices that come late are waited for; where none comes there is none', async () => {
  const synthesis = new EventTarget() as EventTarget & { getVoices(): unknown[] };
  let voices = [] as unknown[];
  synthesis.getVoices = () => voices;
  vi.stubGlobal('speechSynthesis', synthesis);
  const late = hasLocalVoice();
  voices = [voice('A', 'en-US', true)];
  synthesis.dispatchEvent(new Event('voiceschanged'));
  expect(await late).toBe(true);
  voices = [];
  vi.useFakeTimers();
  const never = hasLocalVoice();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(await never).toBe(false);
});
