import { Desk } from '../testing/desk.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { officeRef } from '../kernel/references.js';
import { raiseOf, raiseToOffice, toldOf } from './receivers.js';

let offices: OfficeDirectory;

beforeAll(async () => {
  const desk = await Desk.open();
  offices = new OfficeDirectory(desk.memory);
  await offices.refresh();
});

const office = (id: string) => officeRef(offices.office(id)!);
const specialist = { id: '310115-zhangjiang-serviceSpecialist-1', name: '服务专员' };

const held = (handling: string | null, changes: object = {}) => ({
  acceptingOffice: office('310000-accepting'),
  handlingOffice: handling === null ? null : office(handling),
  holder: null,
  firstContact: null,
  firstContactOffice: null,
  ...changes,
});
const told = (of: ReturnType<typeof held>, ...receivers: string[]) =>
  toldOf(offices, of, receivers).map(({ receiver, office: { id }, person }) => [receiver, id, person?.id ?? null]);

test('a district’s case climbs to the city and to the joint conference; its head is named', () => {
  const ofDistrict = held('310115-handling');
  expect(told(ofDistrict, 'holder', 'departmentHead', 'district', 'city', 'jointConference')).toEqual([
    ['holder', '310115-handling', null],
    ['departmentHead', '310115-handling', '310115-departmentHead-1'],
    ['district', '310115-handling', null],
    ['city', '310000-accepting', null],
    ['jointConference', '310000-supervision', null],
  ]);
});

test('a street is told where it took the case up first (首接), and nowhere else', () => {
  expect(told(held('310115-handling'), 'holder', 'street', 'firstContact')).toEqual([
    ['holder', '310115-handling', null],
  ]);
  const taken = held('310115-handling', {
    firstContact: specialist,
    firstContactOffice: office('310115-zhangjiang'),
  });
  expect(told(taken, 'firstContact', 'street')).toEqual([
    ['firstContact', '310115-zhangjiang', specialist.id],
    ['street', '310115-zhangjiang', null],
  ]);
});

test('nobody told is the holder told: a case of the city has no district above it', () => {
  expect(told(held(null), 'district')).toEqual([['holder', '310000-accepting', null]]);
});

test('a street gives the file back to its district; a district’s own stays with it', () => {
  expect(raiseOf(offices, held('310115-zhangjiang'), ['district'])).toMatchObject({
    level: 'district',
    office: { id: '310115-handling' },
    takesFile: true,
  });
  expect(raiseOf(offices, held('310115-handling'), ['district', 'city'])).toMatchObject({
    level: 'city',
    takesFile: false,
  });
  expect(raiseOf(offices, held('310115-handling'), ['holder'])).toBeNull();
  expect(raiseOf(offices, held(null), ['district'])).toBeNull();
});

test('by hand, the office of the joint conference stands above the city’s others', () => {
  const level = (id: string) => raiseToOffice(offices, held('310115-handling'), offices.office(id)!).level;
  expect([level('310000-handling'), level('310000-supervision'), level('310112-handling')]).toEqual([
    'city',
    'jointConference',
    'district',
  ]);
});
