import { demonstrationOrganisation } from './demonstration.js';

const { offices } = demonstrationOrganisation();
const officers = offices.flatMap((office) => office.officers);

/** GB/T 2260: the sixteen districts of Shanghai. */
const districts =
  '310101 310104 310105 310106 310107 310109 310110 310112 310113 310114 310115 310116 310117 310118 310120 310151'.split(
    ' ',
  );

it('has an accepting authority, a supervision and the offices of the other kinds of the whole city', () => {
  const city = offices.filter(({ established }) => established.level === 'city').map(({ established }) => established);
  expect(city.map(({ functions, district }) => [functions, district])).toEqual([
    [['acceptingAuthority'], null],
    [['supervision'], null],
    [['handlingAuthority'], null],
    [['handlingAuthority'], null],
    [['acceptingAuthority', 'handlingAuthority'], null],
  ]);
});

it.each(districts)('has in %s a handling office with its officers, and a street station below it', (district) => {
  const here = offices.filter(({ established }) => established.district === district);
  const [handling, station] = here;
  expect(here).toHaveLength(2);
  expect(handling!.established).toMatchObject({ level: 'district', functions: ['handlingAuthority'] });
  const roles = handling!.officers.map(({ role }) => role);
  expect(roles).toEqual(expect.arrayContaining(['handlingOfficer', 'mediator', 'departmentHead']));
  expect(station!.officers.map(({ role }) => role)).toEqual(['serviceSpecialist']);
  expect(station!.established).toMatchObject({ level: 'street', parent: handling!.established.officeId });
});

it('names every office and officer in both languages, and no id twice', () => {
  const names = [...offices.map(({ established }) => established.name), ...officers.map(({ name }) => name)];
  for (const { zh, en } of names) {
    expect(zh).toMatch(/^\p{Script=Han}+$/u);
    expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
  }
  const ids = [
    ...offices.map(({ established }) => established.officeId),
    ...officers.map(({ officerId }) => officerId),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
