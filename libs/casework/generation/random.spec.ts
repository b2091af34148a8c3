import { Chance } from './random.js';

const many = <T>(times: number, one: () => T): T[] => Array.from({ length: times }, one);

test('equal names give equal numbers, other names others', () => {
  const numbers = (...names: (string | number)[]) => {
    const chance = new Chance(...names);
    return many(20, () => chance.fraction());
  };
  expect(numbers('seed', 1)).toEqual(numbers('seed', 1));
  expect(numbers('seed', 1)).not.toEqual(numbers('seed', 2));
  expect(numbers('seed', 11)).not.toEqual(numbers('seed1', 1));
});

test('the numbers are even: each tenth of [0, 1) gets its share, and so does each member and each weight', () => {
  const chance = new Chance('even');
  const counts = new Array<number>(10).fill(0);
  many(100_000, () => counts[Math.floor(chance.fraction() * 10)]!++);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  const whole = new Set(many(1000, () => chance.whole(3, 6)));
  expect([...whole].sort()).toEqual([3, 4, 5, 6]);
  const heavy = many(10_000, () =>
    chance.weighted([
      [3, 'a'],
      [1, 'b'],
      [0, 'c'],
    ]),
  ).filter((one) => one === 'a').length;
  expect(Math.abs(heavy - 7500)).toBeLessThan(250);
  expect(many(1000, () => chance.happens(0)).some(Boolean)).toBe(false);
  expect(many(1000, () => chance.happens(1)).every(Boolean)).toBe(true);
});

test('the normal numbers have the mean 0 and the deviation 1', () => {
  const chance = new Chance('normal');
  const numbers = many(50_000, () => chance.normal());
  const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  const variance = numbers.reduce((sum, n) => sum + (n - mean) ** 2, 0) / numbers.length;
  expect(Math.abs(mean)).toBeLessThan(0.02);
  expect(Math.abs(variance - 1)).toBeLessThan(0.03);
});
