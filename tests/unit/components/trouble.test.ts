import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failureOf, send } from '../../../components/send.ts';
import { createSetup } from '../../../components/setup-store.ts';

const sendMessage = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

beforeEach(() => {
  sendMessage.mockReset();
});

const failed = (asked: Promise<unknown>) => asked.then(() => null, failureOf);

describe('a background that cannot answer', () => {
  it('says why, which a dead one does not', async () => {
    sendMessage.mockResolvedValueOnce({ trouble: { type: 'newerVersion' } });
    expect(await failed(send({ type: 'history/view' }))).toEqual({ type: 'newerVersion' });
    sendMessage.mockResolvedValueOnce(undefined);
    expect(await failed(send({ type: 'history/view' }))).toBe('noAnswer');
    sendMessage.mockRejectedValueOnce(new Error('The message channel closed.'));
    expect(await failed(send({ type: 'history/view' }))).toBe('noAnswer');
    // That there is nothing to say is an answer too.
    sendMessage.mockResolvedValueOnce(null);
    expect(await failed(send({ type: 'cache/reset' }))).toBeNull();
  });

  it('is not asked a second time for what it has said', async () => {
    sendMessage.mockResolvedValue({ trouble: { type: 'storageHeld' } });
    const setup = createSetup();
    await setup.getState().ask({ type: 'setup/view', reload: false });
    expect(setup.getState()).toMatchObject({ view: null, failure: { type: 'storageHeld' } });
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
});
