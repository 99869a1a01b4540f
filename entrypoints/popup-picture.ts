// Not the polyfill, which is ten times as long as all of this.
import { browser } from '@wxt-dev/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawPicture } from '../components/picture.ts';
import styles from './popup/popup.css?inline';

/** The popup's first script: all of the first frame in one file, its styles too, and with no answer to wait for. */
export default defineUnlistedScript(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [sheet];
  const root = document.querySelector<HTMLElement>('#root');
  if (root === null) return;
  // There is a picture of the first page only.
  if (location.hash === '') drawPicture(root);
  const sayUnloaded = ({ target }: Event) => {
    if (target instanceof HTMLScriptElement) tell(root, browser.i18n.getMessage('popupUnloaded'));
  };
  addEventListener('error', sayUnloaded, { capture: true });
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
