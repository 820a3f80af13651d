import { render } from 'preact';
import '../../components/theme.css';
import '../../components/parts.css';
import '../../components/styles/base.css';
import '../../components/styles/search.css';
import '../../components/styles/lists.css';
import '../../components/styles/fields.css';
import '../../components/styles/term.css';
import '../../components/styles/notices.css';
import '../../components/pictures/pictures.css';
import './popup.css';
import { App } from './App';

const root = document.getElementById('app');
if (root) render(<App />, root);
