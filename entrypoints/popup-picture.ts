import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawPicture } from '../components/picture.ts';

/** The popup's first script, in one file and with no answer to wait for: what it draws is there in the first frame. */
export default defineUnlistedScript(() => {
  const root = document.querySelector<HTMLElement>('#root');
  // There is a picture of the first page only.
  if (root !== null && location.hash === '') drawPicture(root);
});
