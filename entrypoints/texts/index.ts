import lines from 'virtual:termlight/card-lines';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../../lib/parts';

/** A script of its own: the engine keeps the source of a script as long as one of its functions is in use. */
export default defineUnlistedScript(() => {
  offerPart('texts', lines);
});
