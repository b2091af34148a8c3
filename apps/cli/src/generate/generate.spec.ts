import { generate } from './generate.js';

test.each([
  [['--seed', 's'], '--cases'],
  [['--cases', '10'], '--seed'],
  [['--cases', '0', '--seed', 's'], '--cases'],
  [['--cases', '1e3', '--seed', 's'], '--cases'],
  [['--cases', '-5', '--seed', 's'], '--cases'],
  [['--cases', '10', '--seed', 's', '--until', '2026-02-30'], '--until'],
  [['--cases', '10', '--seed', 's', '--from', '2020-01-01'], '--from'],
  [['--cases', '10', '--seed', 's', '--from', '2026-02-02', '--until', '2026-02-01'], '--from'],
  [['--cases', '10', '--seed', 's', '--fast'], '--fast'],
])('%j is refused in one line which names %s, before anything is written', async (words, argument) => {
  await expect(generate(words)).rejects.toMatchObject({ name: 'BadArgument', argument });
});
