import { dropHere, keepHere, keptDays, keptHere } from './kept-here.js';

const kept = new Map<string, string>();
const [one, other] = [{ id: 'a' }, { id: 'b' }];

beforeEach(() => {
  kept.clear();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  });
});

afterEach(() => jest.useRealTimers());

describe('what is kept on the device', () => {
  it('is there for who kept it, and for nobody else', () => {
    expect(keepHere(one, 'claim', { request: 'r' })).toBe(true);
    expect(keptHere(one, 'claim')).toEqual({ request: 'r' });
    expect(keptHere(other, 'claim')).toBeNull();
  });

  it('is gone once it is dropped', () => {
    keepHere(one, 'claim', 1);
    dropHere(one, 'claim');
    expect(keptHere(one, 'claim')).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('is let go when nobody touched it for as long as the pages say', () => {
    jest.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
    keepHere(one, 'claim', 1);
    jest.setSystemTime(Date.now() + keptDays * 86_400_000);
    expect(keptHere(one, 'claim')).toBe(1);
    jest.setSystemTime(Date.now() + 1);
    expect(keptHere(one, 'claim')).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('says so where the device keeps nothing', () => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new Error('refused');
      },
    });
    expect(keepHere(one, 'claim', 1)).toBe(false);
    expect(keptHere(one, 'claim')).toBeNull();
    expect(() => dropHere(one, 'claim')).not.toThrow();
  });
});
