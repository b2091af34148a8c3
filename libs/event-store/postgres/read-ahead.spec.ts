import type { Position, ReadAllOptions } from '../port.js';
import { ReadAhead } from './read-ahead.js';

describe('Reading ahead', () => {
  const logOf = (length: number) => {
    const log = { length, asked: [] as string[], broken: false };
    const ahead = new ReadAhead(({ after, limit }: ReadAllOptions) => {
      log.asked.push(after);
      if (log.broken) return Promise.reject(new Error('the server is away'));
      const from = Number(after);
      const count = Math.max(0, Math.min(limit, log.length - from));
      return Promise.resolve(Array.from({ length: count }, (_, i) => ({ position: String(from + i + 1) as Position })));
    });
    const page = async (after: number, limit = 10) =>
      (await ahead.page({ after: String(after) as Position, limit })).map(({ position }) => Number(position));
    return { log, page };
  };

  it('asks for one page alone until the reader is seen to go on, then always for the next as well', async () => {
    const { log, page } = logOf(100);
    expect(await page(0)).toHaveLength(10);
    expect(log.asked).toEqual(['0']);
    await page(10);
    expect(log.asked).toEqual(['0', '10', '20']);
    await page(20);
    expect(log.asked).toEqual(['0', '10', '20', '30']);
  });

  it('takes a page of nothing for what it is', async () => {
    const { page } = logOf(3);
    expect(await page(0, 0)).toEqual([]);
  });

  it('reads again what was not full when it was asked for', async () => {
    const { log, page } = logOf(25);
    await page(0);
    await page(10);
    log.length = 27;
    expect(await page(20)).toEqual([21, 22, 23, 24, 25, 26, 27]);
    expect(log.asked).toEqual(['0', '10', '20', '20']);
  });

  it('gives another reader, or another size of page, nothing that was not asked for', async () => {
    const { page } = logOf(100);
    await page(0);
    await page(10);
    expect(await page(20, 3)).toEqual([21, 22, 23]);
    expect(await page(20)).toHaveLength(10);
  });

  it('shows a fault only to a reader whose own read fails', async () => {
    const { log, page } = logOf(100);
    await page(0);
    log.broken = true;
    await expect(page(10)).rejects.toThrow('the server is away');
    log.broken = false;
    await page(0);
    const second = page(10);
    log.broken = true;
    await second;
    log.broken = false;
    expect(await page(20)).toHaveLength(10);
  });

  it('holds a few pages, however many readers there are', async () => {
    const { log, page } = logOf(10_000);
    for (let reader = 0; reader < 50; reader++) {
      await page(reader * 100);
      await page(reader * 100 + 10);
    }
    const before = log.asked.length;
    await page(20);
    expect(log.asked.slice(before)).toEqual(['20']);
  });
});
