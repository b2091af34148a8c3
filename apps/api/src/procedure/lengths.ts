/** Characters of a text in which people reason; as in law, statements are longer than titles. */
export const long = 10_000;
