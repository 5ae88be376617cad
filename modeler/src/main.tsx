import { preferredLanguage } from './language/languages';
import { speak } from './language/texts';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id "root" in index.html, found none.');

// The app is loaded once its language is there, so that texts may be made anywhere, also while a module is loaded.
await speak(preferredLanguage());
const { show } = await import('./app/show');
show(root);
