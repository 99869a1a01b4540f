import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { language } from '../../components/texts.ts';
import { App } from './App.tsx';

document.documentElement.lang = language;
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
