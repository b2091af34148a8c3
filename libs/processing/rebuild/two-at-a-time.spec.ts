import { setTimeout as pause } from 'node:timers/promises';
import { twoAtATime } from './two-at-a-time.js';

describe('Work on two at a time', () => {
  it('answers in the order of the items, and never has three under way', async () => {
    let [underWay, most] = [0, 0];
    const answers = await twoAtATime([3, 1, 2, 1], async (turns) => {
      most = Math.max(most, ++underWay);
      for (let i = 0; i < turns; i++) await pause(0);
      underWay--;
      return turns * 10;
    });
    expect(answers).toEqual([30, 10, 20, 10]);
    expect(most).toBe(2);
  });

  it('begins nothing after a fault, and throws it when nothing is under way', async () => {
    const ended: string[] = [];
    const work = async (name: string) => {
      await pause(0);
      if (name === 'faulty') throw new Error('this one');
      await pause(5);
      ended.push(name);
    };
    await expect(twoAtATime(['slow', 'faulty', 'never begun'], work)).rejects.toThrow('this one');
    expect(ended).toEqual(['slow']);
  });
});
