import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { markLanguage } from '../../components/texts.ts';
import { App } from './App.tsx';

markLanguage();
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
