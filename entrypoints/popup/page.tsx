import { showPage } from '../../components/show-page.tsx';
import { App } from './App.tsx';

await showPage(<App />);
