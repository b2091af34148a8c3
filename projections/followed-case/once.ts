/** A law that came while a case was open has each of its moments told under both: so many are kept. */
const KEPT = 8;

/**
 * What was worked out once, kept with the thing it follows from and gone with it. A table beside it, weak or not, has to be
 * gone through by the collector: with some ten entries an event that took a quarter of a rebuild.
 */
export class Once {
  private readonly kept: { readonly what: object; readonly under: unknown; readonly value: unknown }[] = [];

  /**
   * @param what names it: the function that makes it
   * @param under what else it hangs on
   */
  get<T>(what: object, under: unknown, make: () => T): T {
    for (const one of this.kept) if (one.what === what && one.under === under) return one.value as T;
    const value = make();
    if (this.kept.length === KEPT) this.kept.shift();
    this.kept.push({ what, under, value });
    return value;
  }
}
