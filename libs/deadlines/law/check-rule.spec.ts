import { DataRefused } from '../checking/place.js';
import { SPECIMEN_EVENTS, specimenPack, specimenRule } from '../specimens/histories.js';
import { parseLawPack } from './check-law-pack.js';

const plain = { pause: undefined };
const backwards = { field: 'hearingOn', direction: 'backwards' };
const forwards = { field: 'expiresOn', direction: 'forwards' };

const NOUGHT = 'rules[0].length: 0 goes with calendar days from a day which the event names, and only with them';

function faultsOf(fields: Record<string, unknown>, pack: Record<string, unknown> = {}): readonly string[] {
  try {
    parseLawPack({ ...specimenPack(specimenRule(fields)), ...pack }, SPECIMEN_EVENTS);
    return [];
  } catch (error) {
    if (!(error instanceof DataRefused)) throw error;
    return error.faults.map((fault) => `${fault.place}: ${fault.reason}`);
  }
}

describe('how a rule counts', () => {
  it.each([
    ['back from a day', { ...plain, anchor: backwards, roll: 'previousWorkday' }],
    ['on from a day', { anchor: forwards, roll: 'nextWorkday' }],
    ['years', { unit: 'year', length: 3 }],
    ['hours of working days', { ...plain, unit: 'hour', hours: { days: 'working', cutOff: '17:30' } }],
    ['hours of every day', { ...plain, unit: 'hour', hours: { days: 'all' } }],
    ['by a number set case by case', { length: null, lengthFrom: 'days' }],
    ['to the very day named', { unit: 'D', length: 0, anchor: forwards }],
    ['by request', { subjectFrom: 'request' }],
    ['by each instalment of a list', { subjectFrom: 'instalments[].instalment' }],
    ['against a party', { duty: 'party' }],
  ])('may be %s', (_what, fields) => expect(faultsOf(fields)).toEqual([]));

  it.each<[string, Record<string, unknown>, string]>([
    ['the duty of nobody', { duty: 'nobody' }, 'rules[0].duty: one of office, party is expected'],
    ['hours', { ...plain, unit: 'hour' }, 'rules[0].hours: goes with the unit hour, and only with it'],
    ['hours', { hours: { days: 'all' } }, 'rules[0].hours: goes with the unit hour, and only with it'],
    [
      'a cut-off',
      { ...plain, unit: 'hour', hours: { days: 'all', cutOff: '24:00' } },
      'rules[0].hours.cutOff: a time of the form HH:MM is expected',
    ],
    [
      'a cut-off',
      { ...plain, unit: 'hour', hours: { days: 'all', cutOff: '9:00' } },
      'rules[0].hours.cutOff: a time of the form HH:MM is expected',
    ],
    ...['x17:30', '17:30x'].map((cutOff): [string, Record<string, unknown>, string] => [
      ...(['a cut-off', { ...plain, unit: 'hour', hours: { days: 'all', cutOff } }] as const),
      'rules[0].hours.cutOff: a time of the form HH:MM is expected',
    ]),
    [
      'hours which roll',
      { ...plain, unit: 'hour', hours: { days: 'all' }, roll: 'nextWorkday' },
      'rules[0]: hours neither roll nor have an anchor',
    ],
    [
      'hours with an anchor',
      { ...plain, unit: 'hour', hours: { days: 'all' }, anchor: forwards },
      'rules[0]: hours neither roll nor have an anchor',
    ],
    [
      'a pause in hours',
      { unit: 'hour', hours: { days: 'all' } },
      'rules[0].pause: a term in hours, or counted back, has none',
    ],
    [
      'a pause of what is counted back',
      { anchor: backwards },
      'rules[0].pause: a term in hours, or counted back, has none',
    ],
    [
      'a roll forward of what is counted back',
      { ...plain, anchor: backwards, roll: 'nextWorkday' },
      'rules[0].roll: what is counted back rolls back',
    ],
    ['a roll back of what is counted on', { roll: 'previousWorkday' }, 'rules[0].roll: what is counted on rolls on'],
    [
      'a direction',
      { ...plain, anchor: { field: 'on', direction: 'sideways' } },
      'rules[0].anchor.direction: one of forwards, backwards is expected',
    ],
    [
      'an anchor without its field',
      { ...plain, anchor: { direction: 'forwards' } },
      'rules[0].anchor.field: a text is expected',
    ],
    ['a nought without a day named', { unit: 'D', length: 0 }, NOUGHT],
    ['a nought of working days', { length: 0, anchor: forwards }, NOUGHT],
    ['a nought counted back', { ...plain, unit: 'D', length: 0, anchor: backwards }, NOUGHT],
    ...['instalments[]', 'a.b', 'lists[].of[].lists', ' line'].map(
      (subjectFrom): [string, Record<string, unknown>, string] => [
        ...(['a subject in no field', { subjectFrom }] as const),
        'rules[0].subjectFrom: a field is expected, or one of each of a list: list[].field',
      ],
    ),
    ['no number at all', { length: null }, 'rules[0].length: an active rule needs its number'],
  ])('is refused for %s', (_what, fields, fault) => expect(faultsOf(fields)).toContain(fault));
});

describe('a provision without a number of days', () => {
  const provision = {
    ...{ id: 'promptly', article: '17', text: { zh: '及时', en: 'promptly' }, status: 'confirmed' },
    ...{ validFrom: '2020-09-01', validTo: null },
  };

  it('stands in the pack with its article and mark', () => {
    const pack = parseLawPack({ ...specimenPack(), provisions: [provision] }, SPECIMEN_EVENTS);
    expect(pack.provisions).toEqual([provision]);
  });

  it.each([
    [
      'twice on one day',
      [provision, provision],
      'provisions[1].validFrom: "promptly" has two versions in force from 2020-09-01',
    ],
    [
      'outside its pack',
      [{ ...provision, validFrom: '2018-01-01' }],
      'provisions[0]: "promptly" is in force on days on which its pack is not',
    ],
    [
      'without a mark',
      [{ ...provision, status: 'heard' }],
      'provisions[0].status: one of confirmed, secondary, unconfirmed is expected',
    ],
    ['in one language', [{ ...provision, text: { zh: '及时' } }], 'provisions[0].text.en: a text is expected'],
  ])('is refused %s', (_what, provisions, fault) => expect(faultsOf({}, { provisions })).toContain(fault));
});
