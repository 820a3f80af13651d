import cards from 'virtual:termlight/cards';
import { render } from 'preact';

const app = document.getElementById('app');
if (app) render(<p>{cards.length} terms</p>, app);
