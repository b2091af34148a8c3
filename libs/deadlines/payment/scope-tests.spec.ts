import { plainDate } from '../calendar/plain-date.js';
import { type Parties, scopesOf } from './scope-tests.js';

const parties = (
  creditor: Partial<Parties['creditor']>,
  debtor: Partial<Parties['debtor']>,
  contract = '2025-06-01',
): Parties => ({
  contractDate: plainDate(contract),
  creditor: { sme: false, privateOrganisation: false, ...creditor },
  debtor: { publicBody: false, largeFirm: false, stateOwned: false, ...debtor },
});
const tests = (given: Parties, on = '2026-11-22') => {
  const { is802, isPEPL67 } = scopesOf(given, plainDate(on));
  return [is802.covered, isPEPL67.covered];
};
const sme = { sme: true };
const privateSme = { sme: true, privateOrganisation: true };

describe('the two tests of scope', () => {
  it.each([
    ['a private SME and a body meet both', privateSme, { publicBody: true }, [true, true]],
    [
      'a private SME and a large private firm meet the Regulation alone',
      privateSme,
      { largeFirm: true },
      [true, false],
    ],
    ['a private SME and a small state-owned firm meet Art 67 alone', privateSme, { stateOwned: true }, [false, true]],
    ['a state-owned SME and a body meet the Regulation alone', sme, { publicBody: true }, [true, false]],
    [
      'a large private creditor and a body meet Art 67 alone',
      { privateOrganisation: true },
      { publicBody: true },
      [false, true],
    ],
    [
      'a state-owned SME and a large state-owned firm meet the Regulation alone',
      sme,
      { largeFirm: true, stateOwned: true },
      [true, false],
    ],
    ['two private SMEs meet none', privateSme, {}, [false, false]],
    ['a large creditor that is not private meets none', {}, { publicBody: true }, [false, false]],
  ])('%s', (_what, creditor, debtor, met) => expect(tests(parties(creditor, debtor))).toEqual(met));

  it('cover nothing before they are in force', () => {
    const both = parties(privateSme, { publicBody: true });
    expect(tests(both, '2020-08-31')).toEqual([false, false]);
    expect(tests(both, '2020-09-01')).toEqual([true, false]);
    expect(tests(both, '2025-05-19')).toEqual([true, false]);
    expect(tests(both, '2025-05-20')).toEqual([true, true]);
  });

  it('say why, and warn of a contract older than the Regulation', () => {
    const on = plainDate('2026-11-22');
    expect(scopesOf(parties(privateSme, {}), on).is802.reason.en).toBe('the debtor is neither a body nor a large firm');
    expect(scopesOf(parties({}, {}), on).isPEPL67.reason.zh).toBe(
      '债权人不是民营经济组织；债务人不是国家机关、事业单位或者国有企业',
    );
    expect(scopesOf(parties({}, { publicBody: true }), on).is802.reason.en).toBe(
      'the creditor was no SME when the contract was made',
    );
    const first = scopesOf(parties(sme, { publicBody: true }, '2020-09-01'), on).is802;
    expect(first.reason.en).toBe('both parties are of the kind named');
    const old = scopesOf(parties(sme, { publicBody: true }, '2020-08-31'), on).is802;
    expect([old.covered, old.reason.en]).toEqual([true, expect.stringContaining('courts differ')]);
    expect(scopesOf(parties(sme, { publicBody: true }), on).is802.reason.en).toBe('both parties are of the kind named');
    expect(scopesOf(parties(sme, { publicBody: true }), plainDate('2020-01-01')).is802.reason.en).toContain(
      'not in force',
    );
  });
});
