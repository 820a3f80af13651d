/*
 * Only voices of this machine: some browsers offer voices that send the text to a server, and what a reader looks up
 * goes to none.
 */
const LANGUAGE = 'en';

/** A browser that has any voices has them so many milliseconds after it was first asked. */
const LOADED_WITHIN = 1000;

/** The voice that speaks the glossary's words; undefined where there is none, or none is loaded yet. */
export function localVoice(): SpeechSynthesisVoice | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined;
  const voices = speechSynthesis.getVoices().filter((v) => v.localService && v.lang.startsWith(LANGUAGE));
  return voices.find((v) => v.default) ?? voices.find((v) => v.lang.startsWith('en-US')) ?? voices[0];
}

/** Whether there is such a voice, told when the browser has had the time to load them. */
export async function hasLocalVoice(): Promise<boolean> {
  if (typeof speechSynthesis === 'undefined') return false;
  if (!speechSynthesis.getVoices().length)
    await new Promise((done) => {
      speechSynthesis.addEventListener('voiceschanged', done, { once: true });
      setTimeout(done, LOADED_WITHIN);
    });
  return localVoice() !== undefined;
}
