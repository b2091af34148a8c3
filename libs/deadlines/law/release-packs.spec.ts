import { readdirSync } from 'node:fs';
import { readJson } from '../specimens/release.js';
import { checkBeside, parseLawPack } from './check-law-pack.js';
import { knownEvents } from './known-events.js';

const files = readdirSync(`${import.meta.dirname}/data`);
const packs = files.map((file) => parseLawPack(readJson(`law/data/${file}`), knownEvents));
const rules = packs.flatMap((pack) => pack.rules.map((rule) => ({ ...rule, pack: pack.id })));
const rule = (pack: string, id: string) => rules.filter((found) => found.pack === pack && found.id === id);

describe('the law packs of the release', () => {
  it('are each sound, and together give no clock two rules on one day', () => {
    expect(packs).toHaveLength(files.length);
    expect(new Set(packs.map((pack) => pack.id)).size).toBe(files.length);
    packs.forEach((pack, at) => expect(() => checkBeside(pack, packs.slice(0, at))).not.toThrow());
  });

  it('pass nothing unconfirmed off as law: it is present, and switched off', () => {
    const unconfirmed = rules.filter(({ status }) => status === 'unconfirmed');
    expect(unconfirmed.length).toBeGreaterThan(10);
    expect(unconfirmed.filter(({ active }) => active)).toEqual([]);
    expect(rules.filter(({ status, active }) => status !== 'unconfirmed' && !active)).toEqual([]);
  });

  it('let the limits of the Shanghai regulation end as law on 2025-12-31', () => {
    const [until] = rule('CN-SH-BUSINESS-ENVIRONMENT-2024', 'smeCentre.general');
    const [from] = rule('CN-SH-BUSINESS-ENVIRONMENT-2025', 'smeCentre.general');
    expect(until).toMatchObject({ status: 'confirmed', length: 5, unit: 'WD', validTo: '2025-12-31', active: true });
    expect(from).toMatchObject({ status: 'unconfirmed', validFrom: '2026-01-01', active: false });
  });

  it('shorten the opposition to a trademark from 2027-01-01', () => {
    expect(rule('CN-TRADEMARK-2019', 'tm.opposition')).toMatchObject([{ length: 3, validTo: '2026-12-31' }]);
    expect(rule('CN-TRADEMARK-2026', 'tm.opposition')).toMatchObject([{ length: 2, validFrom: '2027-01-01' }]);
  });

  it('give CNIPA Order 81 its two steps of extension, by the head and by the next higher department', () => {
    const [close] = rule('CN-CNIPA-81', 'ip.close');
    expect(close?.extension.map(({ addN, approver }) => [addN, approver.en])).toEqual([
      [1, 'the head of the patent department'],
      [2, 'the next higher department'],
    ]);
  });

  it('tell what awaits a party from what an office owes', () => {
    const duties = new Map(rules.map(({ id, duty }) => [id, duty]));
    const party = [
      'instalment',
      'receivableConfirmation',
      'ip.cure',
      'ip.defence',
      'patent.rulingSuit',
      'tm.opposition',
    ];
    for (const id of party) expect([id, duties.get(id)]).toEqual([id, 'party']);
    for (const id of ['transfer', 'result', 'ip.close', 'market.accept', 'd22.feedback', 'petition.finish'])
      expect([id, duties.get(id)]).toEqual([id, 'office']);
    const suits = rules.filter(
      ({ stop }) => 'anyOf' in stop && stop.anyOf.every(({ event }) => event === 'SuitBrought'),
    );
    expect(suits.length).toBeGreaterThan(5);
    expect(suits.filter(({ duty }) => duty === 'office')).toEqual([]);
    for (const { id, duty } of rules) expect([id, duty]).toEqual([id, duties.get(id)]);
  });

  it('name each article in both languages', () => {
    for (const { citation, title } of rules) {
      expect(citation.text.zh).not.toBe(citation.text.en);
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(title.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
