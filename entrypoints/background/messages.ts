import names from 'virtual:termlight/names';
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { readWords } from '../../lib/i18n';
import { type BackgroundMessage, backgroundMessage, type Part, type Shortcuts } from '../../lib/messages';
import { updateSaved, withStar } from '../../lib/saved';
import { siteKey } from '../../lib/settings';
import { toggled, updateSettings, withSite } from '../../lib/settings-store';
import { hasLocalVoice } from '../../lib/voices';
import { noteLit } from './badge';
import { closeElsewhere, keptElsewhere } from './frames';
import { openPanel } from './open-panel';

const FILES = {
  article: ['/article.js'],
  context: ['/context.js'],
  marks: ['/marks.js'],
  reader: ['/texts.js', '/reader.js'],
  texts: ['/texts.js'],
} as const satisfies Record<Part, readonly string[]>;
const MARKS_STYLE = '/assets/marks.css';

async function loadPart(part: Part, tabId: number, frameId: number): Promise<unknown> {
  const target = { tabId, frameIds: [frameId] };
  if (part === 'marks') await browser.scripting.insertCSS({ target, files: [MARKS_STYLE] });
  return browser.scripting.executeScript({ target, files: [...FILES[part]], injectImmediately: true });
}

async function shortcuts(): Promise<Shortcuts> {
  const commands = await browser.commands.getAll();
  const keyOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';
  return { next: keyOf('next-term'), previous: keyOf('previous-term') };
}

type Sender = Browser.runtime.MessageSender;

/** @throws Error where the sender is a page of the extension */
function tabOf({ tab }: Sender): number {
  if (tab?.id === undefined) throw new Error('This message comes from a tab');
  return tab.id;
}

/** A rule, or a saved term, that nothing in the glossary belongs to could never be seen again. */
function mustBeConcept(id: string): void {
  if (!names.some((name) => name.id === id)) throw new Error(`There is no concept ${id}`);
}

async function act(message: BackgroundMessage, sender: Sender): Promise<unknown> {
  const { tab, frameId = 0 } = sender;
  if ('on' in message && message.on) mustBeConcept(message.concept);
  switch (message.type) {
    case 'load-part':
      return loadPart(message.part, tabOf(sender), frameId);
    case 'lit':
      return noteLit(tabOf(sender), frameId, tab?.url ?? '', message);
    case 'open-panel':
      return openPanel(tab ?? {}, { concept: message.concept });
    case 'shortcuts':
      return shortcuts();
    case 'kept-elsewhere':
      return keptElsewhere(tabOf(sender), frameId);
    case 'close-elsewhere':
      return closeElsewhere(tabOf(sender), frameId);
    case 'has-voice':
      return hasLocalVoice();
    case 'words':
      return readWords(message.language);
    case 'save':
      return updateSaved((saved) => withStar(saved, message.concept, message.on));
    case 'known':
      return updateSettings(({ known }) => ({ known: toggled(known, message.concept, message.on) }));
    case 'wrong': {
      const host = siteKey(sender.url ?? '');
      if (!host) throw new Error('The page has no site');
      return updateSettings((settings) =>
        withSite(settings, host, (site) => ({
          ...site,
          wrong: toggled(site.wrong, message.concept, message.on),
        })),
      );
    }
  }
}

/** Messages that ask for something. */
const ASKS = new Set<BackgroundMessage['type']>(['shortcuts', 'words', 'kept-elsewhere', 'has-voice']);

/** Answers the page side: true when done, false when that failed. Malformed and foreign messages get no answer. */
export function answerMessages(): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const parsed = v.safeParse(backgroundMessage, raw);
    if (!parsed.success) return undefined;
    act(parsed.output, sender).then(
      (result) => respond(ASKS.has(parsed.output.type) ? result : true),
      () => respond(false),
    );
    return true;
  });
}
