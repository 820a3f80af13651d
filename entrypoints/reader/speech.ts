/*
 * Only voices of this machine: some browsers offer voices that send the text to a server, and what a reader looks up
 * goes to none.
 */
const LANGUAGE = 'en';

function localVoice(): SpeechSynthesisVoice | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined;
  const voices = speechSynthesis.getVoices().filter((v) => v.localService && v.lang.startsWith(LANGUAGE));
  return voices.find((v) => v.default) ?? voices.find((v) => v.lang.startsWith('en-US')) ?? voices[0];
}

export const canSpeak = (): boolean => localVoice() !== undefined;

/** Speaks a headword, in place of what was being spoken. */
export function speak(text: string): void {
  const voice = localVoice();
  if (!voice) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.85;
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}
