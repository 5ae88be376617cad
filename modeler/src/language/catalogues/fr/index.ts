import canvas from 'bpmn-js-i18n/translations/fr';
import { merged } from '../merged';

/** Everything of the web app; one file for each part of it. */
export const appTexts = merged(import.meta.glob('./app/*.json', { eager: true, import: 'default' }));

/** The canvas and its panels: what the community translated, and ours over it. */
export const canvasTexts = {
  ...canvas,
  ...merged(import.meta.glob('./canvas/*.json', { eager: true, import: 'default' })),
};

/** What the engine and the linter say about models. */
export const problemTexts = merged(import.meta.glob('./problems/*.json', { eager: true, import: 'default' }));

/** The examples that the server brings along. */
export const exampleTexts = merged(import.meta.glob('./examples/*.json', { eager: true, import: 'default' }));
