/**
 * What was worked out once, kept with the thing it follows from and gone with it. A table beside it, weak or not, has to be
 * gone through by the collector: with some ten entries an event that took a quarter of a rebuild.
 */
export class Once {
  private readonly kept: { readonly what: object; under: unknown; value: unknown }[] = [];

  /**
   * @param what names it: the function that makes it
   * @param under what else it hangs on; of several the last is kept
   */
  get<T>(what: object, under: unknown, make: () => T): T {
    const known = this.kept.find((one) => one.what === what);
    if (known?.under === under && known !== undefined) return known.value as T;
    const value = make();
    if (known === undefined) this.kept.push({ what, under, value });
    else [known.under, known.value] = [under, value];
    return value;
  }
}
