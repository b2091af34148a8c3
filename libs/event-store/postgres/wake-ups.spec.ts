import { setTimeout as pause } from 'node:timers/promises';
import { WakeUps } from './wake-ups.js';

describe('The wake-ups of an appender', () => {
  let told: number;
  let wakeUps: WakeUps;

  beforeEach(() => {
    told = 0;
    wakeUps = new WakeUps(() => Promise.resolve(told++));
  });

  it('are due after a pause, and not close behind one that was said', async () => {
    expect(wakeUps.due).toBe(true);
    wakeUps.said();
    expect(wakeUps.due).toBe(false);
    await pause(15);
    expect(wakeUps.due).toBe(true);
  });

  it('are made up for by one word, however many appends went without', async () => {
    wakeUps.said();
    for (let i = 0; i < 50; i++) wakeUps.owed();
    expect(told).toBe(0);
    await pause(30);
    expect(told).toBe(1);
  });

  it('are not said twice when an append said so itself meanwhile', async () => {
    wakeUps.owed();
    wakeUps.said();
    await pause(30);
    expect(told).toBe(0);
  });

  it('are said at the close, and one that fails fails nobody', async () => {
    wakeUps.owed();
    await wakeUps.close();
    expect(told).toBe(1);
    await wakeUps.close();
    expect(told).toBe(1);
    const deaf = new WakeUps(() => Promise.reject(new Error('no connection')));
    deaf.owed();
    await deaf.close();
  });
});
