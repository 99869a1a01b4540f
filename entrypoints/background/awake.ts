import { browser } from 'wxt/browser';

const WATCHDOG = 'watchdog';

/** Chrome ends an idle worker after thirty seconds; a call of its API counts as a sign of life. */
const HEARTBEAT_MS = 20_000;

/** How many tasks keep it awake. */
let tasks = 0;

/** Keeps the worker awake while the task runs; an alarm wakes it again, should it die all the same. */
export async function stayAwake(task: () => Promise<void>): Promise<void> {
  tasks += 1;
  await browser.alarms.create(WATCHDOG, { periodInMinutes: 0.5 });
  const heartbeat = setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT_MS);
  try {
    await task();
  } finally {
    clearInterval(heartbeat);
    tasks -= 1;
    if (tasks === 0) await browser.alarms.clear(WATCHDOG);
  }
}

/** @param at epoch milliseconds; null: there is nothing to go on with */
const wakerFor =
  (alarm: string) =>
  async (at: number | null): Promise<void> => {
    if (at === null) await browser.alarms.clear(alarm);
    else await browser.alarms.create(alarm, { when: at });
  };
export const wakeAt = wakerFor('goOn');
export const wakeImportAt = wakerFor('goOnImporting');

/** Heard while the worker lives; a dead one is woken by its alarm. */
export function onOnline(goOn: () => void): void {
  self.addEventListener('online', goOn);
}

/** Chrome may have lost the alarms: whoever goes on sets them again. */
export function onWake(goOn: () => void): void {
  browser.alarms.onAlarm.addListener(goOn);
  browser.runtime.onStartup.addListener(goOn);
  browser.runtime.onInstalled.addListener(goOn);
}

/** Runs the task unless the name is taken in this browser; tells whether it ran. */
export async function lockIfFree(name: string, task: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await task();
    return true;
  });
}

export const lock = <T>(name: string, task: () => Promise<T>): Promise<T> => navigator.locks.request(name, task);
