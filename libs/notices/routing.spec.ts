import { caseKinds } from '@redress/cases/kinds.js';
import { toldOf, toldTypes } from './routing.js';
import { languages, mailOf, said } from './texts/render.js';
import { texts } from './texts/texts.js';
import { topics } from './topics.js';

const office = { id: 'o', name: { zh: '浦东', en: 'Pudong' }, district: '310115' };
/** Every field that any route looks at. */
const data = {
  to: office,
  upheld: true,
  mediator: { id: 'm', name: '甲' },
  officer: { id: 'm', name: '甲' },
  told: [{ receiver: 'holder', office, person: null }],
  title: { zh: '黄牌', en: 'Amber' },
  clockDueOn: '2026-03-02',
};

test('only events that some kind of case has are told of', () => {
  const known = new Set(Object.values(caseKinds).flatMap(({ schemas }) => Object.keys(schemas)));
  expect(toldTypes.filter((type) => !known.has(type))).toEqual([]);
});

test('every topic but those of no event of a case is told by some event', () => {
  const told = toldTypes.flatMap((type) =>
    toldOf({ type, data: type === 'DocumentServed' ? { to: 'respondent' } : data }).map(({ topic }) => topic),
  );
  expect(topics.filter((topic) => !told.includes(topic))).toEqual(['approaching', 'erasure']);
});

test('a document served on an office, and an objection not upheld, are told to nobody', () => {
  expect(toldOf({ type: 'DocumentServed', data: { to: 'office' } })).toEqual([]);
  expect(toldOf({ type: 'DispatchObjectionDecided', data: { upheld: false, to: null } })).toEqual([]);
  expect(toldOf({ type: 'NoteAdded', data })).toEqual([]);
});

test('a rung is told to the person it names, else to those who watch over the office', () => {
  const told = [
    { receiver: 'holder', office, person: { id: 'p', name: '乙' } },
    { receiver: 'holder', office, person: null },
    { receiver: 'district', office, person: null },
  ];
  expect(toldOf({ type: 'RungFired', data: { ...data, told } })[0]!.to).toEqual([
    { officer: 'p' },
    { office: 'o', roles: ['intakeOfficer', 'handlingOfficer'] },
    { office: 'o', roles: ['departmentHead', 'supervisor'] },
  ]);
});

test('every notice is said in both languages, of the same facts', () => {
  const placesIn = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();
  for (const topic of topics) {
    const [zh, en] = languages.map((language) => texts[topic][language]);
    expect([topic, placesIn(zh!.title + zh!.body)]).toEqual([topic, placesIn(en!.title + en!.body)]);
    expect(zh!.body).toMatch(/[\u4e00-\u9fff]/);
    expect(en!.title + en!.body).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

test('a sentence whose fact is not known is left out, an erased one says so, and a header has one line', () => {
  const supplement = { topic: 'supplementRequested', caseNumber: 'OP-1' } as const;
  const defects = [{ item: '合同', what: { erased: true } }];
  expect(said({ ...supplement, facts: { defects, dueOn: null } }, 'zh-CN').body).toBe(
    '案件 OP-1 需要补正：合同：（已依法删除）。',
  );
  expect(said({ ...supplement, facts: { defects: [], dueOn: '2026-03-02' } }, 'en').body).toContain(
    'Please send them by 2026-03-02.',
  );
  const rung = {
    topic: 'rung',
    caseNumber: 'OP-1',
    facts: { title: 'a\r\nBcc: b', complainant: '', dueOn: '' },
  } as const;
  expect(mailOf(rung, 'en', '').subject).toBe('Redress: A term: a Bcc: b (OP-1)');
});
