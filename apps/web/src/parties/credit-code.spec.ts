import { stdnum } from 'stdnum';
import { isCreditCode, tidyCreditCode } from './credit-code.js';

describe('the unified social credit code', () => {
  it('takes codes whose check character fits, and finds each single wrong character', () => {
    const code = '91310115MADEM00117';
    expect(isCreditCode(code)).toBe(true);
    for (let i = 0; i < 18; i++) {
      const wrong = code.slice(0, i) + (code[i] === '7' ? '8' : '7') + code.slice(i + 1);
      expect(isCreditCode(wrong)).toBe(false);
    }
  });

  it('agrees with the library that the server asks', () => {
    for (const code of ['91310104MADEM002X1', '91310000132207009E', '11310000002420146C', '913100001322070091']) {
      expect(isCreditCode(code)).toBe(stdnum.CN!.uscc!.validate(code).isValid);
    }
  });

  it('tidies what is copied from a licence', () => {
    expect(tidyCreditCode(' 91310115 madem-00117')).toBe('91310115MADEM00117');
    expect(tidyCreditCode('９１３１０１１５ＭＡＤＥＭ００１１７')).toBe('91310115MADEM00117');
  });
});
