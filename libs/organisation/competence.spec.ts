import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { seatOf } from './competence.js';
import { demonstrationOrganisation } from './demonstration.js';
import { loadOrganisation } from './load-organisation.js';
import { OfficeDirectory } from './office-directory.js';
import type { CompetenceAssignedData } from './office.js';

const on = '2026-03-02';
const store = new MemoryEventStore();
const directory = new OfficeDirectory(store);

beforeAll(async () => {
  await loadOrganisation(store, demonstrationOrganisation());
  await directory.refresh();
});

const competent = (act: CompetenceAssignedData['act'], kind: string, respondentCode: string | null, day = on) =>
  directory.competent({ act, kind, respondentCode, on: day }).map(({ office }) => office.id);

it.each([
  ['91310115MADEM0046R', 'district', '310115'],
  ['11310000002420000X', 'city', '310000'],
  ['11100000000014500X', 'central', '100000'],
  ['91500110MADEM0100R', 'elsewhere', '500110'],
])('reads from %s that it was registered at the level %s', (code, level, division) => {
  expect(seatOf(code)).toEqual({ level, division });
});

it.each([
  ['overduePayment', '91310115MADEM0046R', ['310115-handling']],
  ['complaint', '91310104MADEM002X1', ['310104-handling']],
  ['overduePayment', '11310000002420000X', ['310000-handling']],
  ['overduePayment', '91500110MADEM0100R', ['310000-handling']],
  ['overduePayment', null, []],
  ['creditRepair', null, ['310000-market']],
  ['ipFastTrack', '91310115MADEM0046R', ['310000-ip']],
  ['petition', '91310115MADEM0046R', []],
])('a case of the kind %s against %s is handled by %j', (kind, code, offices) => {
  expect(competent('handle', kind, code)).toEqual(offices);
});

it('a central body is handed over to the national platform, and no office of the city handles it', () => {
  const central = '11100000000014500X';
  expect(competent('handle', 'overduePayment', central)).toEqual([]);
  const [handOver] = directory.competent({ act: 'handOver', kind: 'overduePayment', respondentCode: central, on });
  expect(handOver).toMatchObject({
    rule: 'CN-ORDER-802 24¶2',
    platform: { zh: expect.stringContaining('全国') as string },
  });
  expect(competent('handOver', 'overduePayment', '91310115MADEM0046R')).toEqual([]);
});

it('each kind has the one office which accepts it', () => {
  for (const kind of ['overduePayment', 'complaint', 'creditRepair'])
    expect(competent('accept', kind, null)).toEqual(['310000-accepting']);
  expect(competent('accept', 'ipFastTrack', null)).toEqual(['310000-ip']);
});

it('a competence holds from its first day to its last', async () => {
  const organisation = demonstrationOrganisation();
  const ended = organisation.offices.map((office) => ({
    ...office,
    competences: office.competences.map((one) => ({ ...one, validFrom: '2026-01-01', validTo: '2026-06-30' })),
  }));
  await loadOrganisation(store, { ...organisation, commandId: '01a2008d-7400-8000-8000-00000000000f', offices: ended });
  await directory.refresh();
  const code = '91310115MADEM0046R';
  const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'];
  expect(days.map((day) => competent('handle', 'overduePayment', code, day))).toEqual([
    [],
    ['310115-handling'],
    ['310115-handling'],
    [],
  ]);
});
