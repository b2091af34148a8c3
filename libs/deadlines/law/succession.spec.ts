import { plainDate } from '../calendar/plain-date.js';
import { DataRefused } from '../checking/place.js';
import { readJson, releasePacks } from '../specimens/release.js';
import { parseLawDocument } from './law-document.js';
import { checkSuccession } from './succession.js';

type Json = Record<string, unknown>;
interface CalendarJson extends Json {
  readonly versions: readonly (Json & {
    year: number;
    version: number;
    off: string[];
    work: string[];
    workdays: number;
  })[];
}

const today = plainDate('2026-12-01');
const calendar = readJson('calendar/data/calendar-cn.json') as CalendarJson;
const lpr = readJson('interest/data/lpr-1y-cn.json') as Json & { rows: Json[] };
const policy = readJson('ladder/data/policy-default.json') as Json;
const pack = readJson('law/data/cn-order-802.json') as Json;
const packs = releasePacks();
const parse = (json: unknown) => parseLawDocument(json, packs);

function faults(next: unknown, inForce: unknown): readonly string[] {
  try {
    checkSuccession(parse(next), inForce === null ? null : parse(inForce), today);
    return [];
  } catch (error) {
    if (!(error instanceof DataRefused)) throw error;
    return error.faults.map(({ place, reason }) => `${place}: ${reason}`);
  }
}

const last = calendar.versions.find(({ year }) => year === 2026) as CalendarJson['versions'][number];
const notice = {
  ...last,
  ...{ version: 2, knownFrom: '2026-11-30', noticeDate: '2026-11-30' },
  ...{ off: [...last.off, '2026-12-31'], workdays: last.workdays - 1 },
  source: 'https://www.gov.cn/zhengce/content_1.htm ; holiday-cn 0123456',
};
const withNotice = (fields: Json = {}) => ({ ...calendar, versions: [...calendar.versions, { ...notice, ...fields }] });

describe('a calendar follows the one in force', () => {
  it('with a new version, of a covered year or as the first there is', () => {
    expect(faults(withNotice(), calendar)).toEqual([]);
    expect(faults(withNotice(), null)).toEqual([]);
  });

  it('on the very day of its notice, from the State Council’s own pages alone', () => {
    expect(faults(withNotice({ knownFrom: '2026-12-01', noticeDate: '2026-12-01' }), calendar)).toEqual([]);
    const from = (source: string) => faults(withNotice({ source }), calendar);
    expect(from('http://gov.cn/a.htm')).toEqual([]);
    expect(from('https://sousuo.www.gov.cn/a.htm')).toEqual([]);
    for (const foreign of [
      'https://example.com/https://www.gov.cn/a.htm',
      'https://notgov.cn/a.htm',
      'https://gov.cn.example.com/a',
    ])
      expect(from(foreign)).toEqual([expect.stringContaining('is not the State Council')]);
  });

  it('whatever the order in which its days stand', () => {
    const turned = {
      ...calendar,
      versions: calendar.versions.map((one) => ({
        ...one,
        off: [...one.off].reverse(),
        work: [...one.work].reverse(),
      })),
    };
    expect(faults({ ...turned, versions: [...turned.versions, notice] }, calendar)).toEqual([]);
  });

  it('with fewer make-up workdays, but not with none', () => {
    expect(faults(withNotice({ work: notice.work.slice(1), workdays: notice.workdays - 1 }), calendar)).toEqual([]);
    const none = faults(withNotice({ work: [], workdays: notice.workdays - notice.work.length }), calendar);
    expect(none).toEqual([expect.stringContaining('work: 2026.1 has make-up workdays, 2026.2 has none')]);
  });

  const at = `versions[${calendar.versions.length}]`;
  it.each([
    ['nothing new', calendar, 'versions: no version is new: there is nothing to import'],
    [
      'fewer days off',
      withNotice({ off: last.off.slice(1), workdays: last.workdays + 1 }),
      `${at}.off: 2026.1 has ${last.off.length} days off, 2026.2 only ${last.off.length - 1}`,
    ],
    ['a notice to come', withNotice({ noticeDate: '2026-12-02' }), `${at}.noticeDate: 2026-12-02 is still to come`],
    ['a publication to come', withNotice({ knownFrom: '2026-12-02' }), `${at}.knownFrom: 2026-12-02 is still to come`],
    [
      'a paper of others',
      withNotice({ source: 'https://gov.cn.example.org/1' }),
      `${at}.source: https://gov.cn.example.org/1 is not the State Council's own notice on gov.cn: take a year from no other`,
    ],
    [
      'a published version left out',
      {
        ...withNotice(),
        versions: [...calendar.versions.filter(({ year, version }) => year !== 2020 || version !== 2), notice],
      },
      'versions: 2020.2, which was published, is left out',
    ],
  ])('and is refused with %s', (_what, next, fault) => expect(faults(next, calendar)).toEqual([fault]));

  it('and is refused with a number before the one in force', () => {
    const before = { ...calendar, versions: [...calendar.versions, { ...notice, version: 5 }] };
    const next = { ...before, versions: [...before.versions, { ...notice, version: 4 }] };
    expect(faults(next, before)).toEqual([expect.stringContaining('2026.4 does not follow 2026.5')]);
  });

  it.each([
    ['a day', { off: [...last.off.slice(1), '2026-12-31'] }],
    ['a make-up day', { work: [...last.work.slice(1), '2026-12-26'] }],
    ['the day it was known', { knownFrom: '2025-11-09' }],
    ['the day of its notice', { noticeDate: '2025-11-09' }],
    ['its paper', { source: 'https://www.gov.cn/other.htm' }],
    ['whether it was faithful', { faithful: false }],
  ])('and is refused where a published version changed: %s', (_what, fields) => {
    const versions = calendar.versions.map((version) => (version === last ? { ...version, ...fields } : version));
    const faithful = versions.map((version) => ({ ...version }));
    const next = { ...calendar, versions: [...faithful, notice] };
    expect(faults(next, calendar)).toEqual([expect.stringContaining('2026.1 is published and stays as it is')]);
  });
});

describe('an LPR series follows the one in force', () => {
  const row = { date: '2026-10-20', rate: '3.00', status: 'secondary' };

  it('with a new publication, or a better mark', () => {
    expect(faults({ ...lpr, rows: [...lpr.rows, row] }, lpr)).toEqual([]);
    expect(
      faults({ ...lpr, rows: [...lpr.rows.slice(0, -1), { ...lpr.rows.at(-1), status: 'confirmed' }] }, lpr),
    ).toEqual([]);
    expect(faults(lpr, null)).toEqual([]);
  });

  it.each([
    ['nothing new', lpr.rows, 'rows: no publication is new: there is nothing to import'],
    ['a publication left out', [...lpr.rows.slice(1), row], 'rows: the publication of 2019-08-20 is left out'],
    [
      'another rate',
      [{ ...lpr.rows[0], rate: '4.35' }, ...lpr.rows.slice(1), row],
      'rows[0].rate: 2019-08-20 was published with 4.25, not 4.35',
    ],
    [
      'a day to come',
      [...lpr.rows, row, { ...row, date: '2026-11-20' }, { ...row, date: '2026-12-21' }],
      `rows[${lpr.rows.length + 2}].date: 2026-12-21 is still to come`,
    ],
  ])('and is refused with %s', (_what, rows, fault) => expect(faults({ ...lpr, rows }, lpr)).toEqual([fault]));
});

describe('a pack or a policy follows by a higher version', () => {
  it.each([
    ['pack', pack],
    ['policy', policy],
  ])('%s', (_what, document) => {
    expect(faults({ ...document, version: 3 }, { ...document, version: 2 })).toEqual([]);
    expect(faults(document, null)).toEqual([]);
    expect(faults({ ...document, version: 2 }, { ...document, version: 2 })).toEqual([
      'version: version 2 does not follow version 2 in force',
    ]);
  });
});
