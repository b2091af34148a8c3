import { canonicalJson } from './canonical-json.js';
import { algorithmIn, digestOf, isAvailable, sameButForAlgorithm } from './hash-algorithm.js';

const meta = (more: object) => canonicalJson({ actor: { name: '王丽' }, occurredAt: '2026-03-02', ...more });

describe('The algorithm of an event', () => {
  it('is the one its meta names', () => {
    expect(algorithmIn(meta({ hashAlgorithm: 'sha256' }))).toBe('sha256');
    expect(algorithmIn(meta({ hashAlgorithm: 'sm3' }))).toBe('sm3');
  });

  it('is none where the meta names none of ours', () => {
    for (const named of [{}, { hashAlgorithm: 'md5' }, { hashAlgorithm: '' }, { hashAlgorithm: ['sm3'] }])
      expect(algorithmIn(meta(named))).toBeNull();
  });

  it('is none where the meta was changed to what is no JSON', () => {
    expect(algorithmIn('{"hashAlgorithm":"sm3","hashAlgorithm":"sm3')).toBeNull();
    expect(algorithmIn('{"hashAlgorithm":"sm3')).toBeNull();
  });

  it('is not what a name, a reason or a deeper member says', () => {
    const quoted = '"hashAlgorithm":"sm3"';
    expect(algorithmIn(meta({ actor: { name: quoted }, hashAlgorithm: 'sha256' }))).toBe('sha256');
    expect(algorithmIn(meta({ actor: { hashAlgorithm: 'sm3' }, hashAlgorithm: 'sha256' }))).toBe('sha256');
  });

  it('is left out when two metas are compared: it is the store that chooses it', () => {
    const [one, other] = [meta({ hashAlgorithm: 'sha256' }), meta({ hashAlgorithm: 'sm3' })];
    expect(sameButForAlgorithm(one, other)).toBe(true);
    expect(sameButForAlgorithm(one, meta({ hashAlgorithm: 'sm3', causationId: 'x' }))).toBe(false);
    expect(sameButForAlgorithm(meta({}), one)).toBe(false);
  });

  (isAvailable('sm3') ? it : it.skip)('SM3 is that of GB/T 32905-2016, example 1', () => {
    expect(digestOf('sm3', Buffer.from('abc'))).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });
});
