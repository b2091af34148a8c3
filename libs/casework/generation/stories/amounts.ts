import { money, type Money } from '@redress/cases/shared/money.js';
import type { Chance } from '../random.js';

/** A sum whose logarithm is normal, as sums owed are: many small ones, a few very large. To the cent, at least one yuan. */
export function yuan(chance: Chance, mean: number, deviation: number): Money {
  const cents = Math.max(100, Math.round(Math.exp(mean + deviation * chance.normal()) * 100));
  return money((cents / 100).toFixed(2))!;
}
