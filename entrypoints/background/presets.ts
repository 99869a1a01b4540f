import { browser } from 'wxt/browser';
import { type Presets, presetsSchema } from '../../lib/setup/presets.ts';

let reading: Promise<Presets> | null = null;

/** What the company presets; nothing in a browser that nobody manages. */
export function presets(): Promise<Presets> {
  reading ??= browser.storage.managed
    .get(null)
    .catch(() => ({}))
    .then((managed) => presetsSchema.parse(managed));
  return reading;
}

/** A policy may come or go while the worker runs. */
export const followPresets = (changed: () => void): void =>
  browser.storage.managed.onChanged.addListener(() => {
    reading = null;
    changed();
  });
