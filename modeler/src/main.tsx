import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchAttention } from './api/attention';
import { App } from './app/app';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id "root" in index.html, found none.');

watchAttention(document);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
