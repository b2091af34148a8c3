/**
 * Works on the items two at a time, each begun in their order. After a fault none is begun any more, and what is under way comes to
 * its end before it is thrown.
 *
 * @returns the answers in the order of the items
 */
export async function twoAtATime<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const answers: R[] = [];
  const left = [...items.entries()];
  const turn = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [i, item] = next;
      try {
        answers[i] = await work(item);
      } catch (error) {
        left.length = 0;
        throw error;
      }
    }
  };
  const failed = (await Promise.allSettled([turn(), turn()])).find((turned) => turned.status === 'rejected');
  if (failed !== undefined) throw failed.reason as Error;
  return answers;
}
