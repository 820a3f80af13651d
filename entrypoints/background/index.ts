import { defineBackground } from 'wxt/utils/define-background';
import { keepBadge } from './badge';
import { listenToCommands } from './commands';
import { greet } from './install';
import { answerMenu } from './menu';
import { answerMessages } from './messages';
import { answerOmnibox } from './omnibox';

/*
 * The browser may end this worker at any moment and start it again for the next event: every listener is registered
 * in the first turn of the event loop, and nothing that matters is kept in memory.
 */
export default defineBackground(() => {
  greet();
  answerMessages();
  answerMenu();
  answerOmnibox();
  listenToCommands();
  keepBadge();
});
