import { defineContentScript } from 'wxt/utils/define-content-script';
import { openGate } from '../lib/gate';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main: openGate,
});
