import fc from 'fast-check';
import { nameTokens, searchable, soughtTokens } from './name-search.js';

const character = fc.constantFrom(...'上海宏业建设集团信息科技𠮷a0');

describe('The search for a name', () => {
  it('finds every part of a name by its tokens', () => {
    const around = fc.array(character, { maxLength: 8 });
    const part = fc.array(character, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(around, part, around, (before, sought, behind) => {
        const name = searchable([...before, ...sought, ...behind].join(''));
        for (const text of [sought.join(''), [...name][0]!]) {
          const [has, asked] = [nameTokens([name]), soughtTokens(text)];
          expect(has).toEqual(expect.arrayContaining([...asked]));
        }
      }),
    );
  });
});
