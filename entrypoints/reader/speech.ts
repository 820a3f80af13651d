import { askBackground } from '../../lib/ask-background';
import { localVoice } from '../../lib/voices';

/*
 * On a machine without the software for speech, Firefox says so in a bar over the page that first asks for voices. Its
 * background has no page that a bar could stand over, so that it asks first, and a page only where there are voices.
 */
let mayAsk = !import.meta.env.FIREFOX;

/** To be called once before the first card, so that voices are known by then. */
export async function findVoices(): Promise<void> {
  if (!mayAsk) mayAsk = (await askBackground({ type: 'has-voice' })) === true;
  // Asking makes the browser load them.
  canSpeak();
}

/** Whether there is a voice of this machine that may be asked. */
export const canSpeak = (): boolean => mayAsk && localVoice() !== undefined;

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
