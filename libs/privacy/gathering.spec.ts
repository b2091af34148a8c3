import { Gathering } from './gathering.js';

test('questions which come meanwhile are answered together, each with its own answer', async () => {
  const asked: number[][] = [];
  const gathering = new Gathering<number, number>(async (questions) => {
    asked.push([...questions]);
    await Promise.resolve();
    return questions.map((n) => n * 2);
  });
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => gathering.ask(n)));
  expect(answers).toEqual(Array.from({ length: 100 }, (_, n) => n * 2));
  expect(asked.map(({ length }) => length)).toEqual([1, 64, 35]);
  expect(await gathering.ask(7)).toBe(14);
});

test('a failure is heard by those who were gathered, and by nobody later', async () => {
  let failing = true;
  const gathering = new Gathering<number, number>((questions) =>
    failing ? Promise.reject(new Error('away')) : Promise.resolve(questions),
  );
  const [one, two] = [gathering.ask(1), gathering.ask(2)];
  await expect(one).rejects.toThrow('away');
  await expect(two).rejects.toThrow('away');
  failing = false;
  expect(await gathering.ask(3)).toBe(3);
});
