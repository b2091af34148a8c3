import { clockFacts } from '../clock/derive-clocks.js';
import { event } from '../specimens/histories.js';
import { order802, readJson, releaseCalendar } from '../specimens/release.js';
import { checkBeside, parseLawPack } from './check-law-pack.js';
import { knownEvents } from './known-events.js';

const pack = parseLawPack(readJson('law/data/cn-miit-2021-224.json'), knownEvents);
const law = { packs: [pack], calendar: releaseCalendar() };
const lodged = event('ClaimLodged', '2026-02-09');

describe('the review of 10 working days (MIIT 2021/224)', () => {
  it('runs from the complaint to its acceptance, under the mark secondary', () => {
    expect(clockFacts([lodged], law)).toMatchObject([
      { rule: 'review', dueOn: '2026-02-28', mark: 'secondary', state: 'open' },
    ]);
    expect(clockFacts([lodged, event('FormallyAccepted', '2026-02-28')], law)).toMatchObject([{ state: 'stopped' }]);
  });

  it('ends when a supplement is asked for, and runs anew, in full, from the re-submission', () => {
    const facts = clockFacts(
      [lodged, event('SupplementRequested', '2026-02-11'), event('Resubmitted', '2026-03-02')],
      law,
    );
    expect(facts.map(({ state, startedOn, dueOn, run }) => [state, startedOn, dueOn, run])).toEqual([
      ['stopped', '2026-02-09', '2026-02-28', lodged.id],
      ['open', '2026-03-02', '2026-03-16', 'Resubmitted@2026-03-02'],
    ]);
  });

  it('names no article whose number was not read', () => {
    expect(clockFacts([lodged], law)[0]?.explanation.summary.zh).toContain(
      '〔2021〕224号）审查（条号未核实），自2026-02-09起10个工作日',
    );
  });

  it('stands beside Order 802', () => {
    expect(() => checkBeside(pack, [order802()])).not.toThrow();
  });
});
