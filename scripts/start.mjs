// npm start [-- address or HTML file]: installs, builds and opens a browser with the extension.
import { install, run } from './setup.mjs';

install();
run('start:open', process.argv.slice(2));
