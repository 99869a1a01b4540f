import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/**
 * What is typed and cannot be taken yet, kept as long as the browser is open: a popup closes when one looks elsewhere.
 * The session's storage is in memory, and no web page reads it.
 */
export function useTyped(name: string): readonly [string, (text: string) => void] {
  const key = `typed/${name}`;
  const [text, setText] = useState('');
  useEffect(() => {
    void browser.storage.session.get(key).then(({ [key]: kept }) => {
      if (typeof kept === 'string') setText(kept);
    });
  }, [key]);
  const type = (typed: string) => {
    setText(typed);
    void (typed === '' ? browser.storage.session.remove(key) : browser.storage.session.set({ [key]: typed }));
  };
  return [text, type];
}
