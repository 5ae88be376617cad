import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchAttention } from '../api/attention';
import { App } from './app';

/** Shows the web app in an element of the page. */
export function show(root: HTMLElement): void {
  watchAttention(document);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
