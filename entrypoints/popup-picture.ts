// Not the polyfill, which is ten times as long as all of this.
import { browser } from '@wxt-dev/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawPicture } from '../components/picture.ts';
import styles from './popup/popup.css?inline';

/** Where no frame comes, as in a hidden tab, this is waited and no longer. */
const LONGEST_FRAMES_MS = 500;

/** The popup's first script: all of the first frame in one file, its styles too, and with no answer to wait for. */
export default defineUnlistedScript(async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [sheet];
  const root = document.querySelector<HTMLElement>('#root');
  const code = document.querySelector<HTMLTemplateElement>('#code');
  if (root === null || code === null) return;
  const sayUnloaded = ({ target }: Event) => {
    if (target instanceof HTMLScriptElement) tell(root, browser.i18n.getMessage('popupUnloaded'));
  };
  addEventListener('error', sayUnloaded, { capture: true });
  // There is a picture of the first page only. What is loaded next would hold its paint up.
  if (location.hash === '' && drawPicture(root)) await painted();
  document.body.append(code.content);
});

const painted = (): Promise<unknown> =>
  new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: 'paint' });
    setTimeout(resolve, LONGEST_FRAMES_MS);
  });

/** In place of all that nobody will answer to. */
function tell(root: HTMLElement, text: string): void {
  const told = document.createElement('p');
  told.className = 'popup';
  told.role = 'alert';
  told.textContent = text;
  root.replaceChildren(told);
  root.inert = false;
}
