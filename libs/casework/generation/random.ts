import { hash } from 'node:crypto';

/**
 * A reproducible source of chance: sfc32 (Doty-Humphrey, PractRand), seeded by SHA-256 of its names. Equal names, equal
 * numbers, on every machine. Not for secrets.
 */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(...names: readonly (string | number)[]) {
    const seed = Buffer.from(hash('sha256', names.join('\u0000')), 'hex');
    this.a = seed.readInt32LE(0);
    this.b = seed.readInt32LE(4);
    this.c = seed.readInt32LE(8);
    for (let i = 0; i < 12; i++) this.fraction();
  }

  /** In [0, 1), of 32 bits. */
  fraction(): number {
    const t = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.fraction() * of.length)]!;
  }

  /** One of the members, each as likely as its weight. */
  weighted<T>(of: readonly (readonly [weight: number, member: T])[]): T {
    let rest = this.fraction() * of.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, member] of of) if ((rest -= weight) < 0) return member;
    return of.at(-1)![1];
  }

  /** Of the standard normal distribution (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.fraction())) * Math.cos(2 * Math.PI * this.fraction());
  }

  bytes(count: number): Buffer {
    const bytes = Buffer.alloc(count);
    for (let i = 0; i < count; i++) bytes[i] = Math.floor(this.fraction() * 256);
    return bytes;
  }
}
