import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { Position } from '@redress/event-store/port.js';
import { demonstrationOrganisation } from './demonstration.js';
import { loadOrganisation, OfficeDiffersFromLog, type OrganisationToLoad } from './load-organisation.js';
import { OfficeDirectory } from './office-directory.js';

const all = { after: '0' as Position, limit: 1000 };
const organisation = demonstrationOrganisation();

/** The organisation with one office of 浦东新区 changed by `change`. */
function withPudong(change: (office: OrganisationToLoad['offices'][number]) => object): OrganisationToLoad {
  return {
    ...organisation,
    offices: organisation.offices.map((office) =>
      office.established.officeId === '310115-handling' ? { ...office, ...change(office) } : office,
    ),
  };
}

it('appends every office as a stream of its own, and its officers in it', async () => {
  const store = new MemoryEventStore();
  const appended = await loadOrganisation(store, organisation);
  const events = await store.readAll(all);
  expect(events).toHaveLength(appended);
  expect(new Set(events.map(({ stream }) => stream)).size).toBe(2 + 3 + 16 + 16);
  const pudong = await store.readStream('office-310115-handling');
  expect(pudong.map(({ type }) => type)).toEqual([
    'OfficeEstablished',
    ...Array<string>(5).fill('OfficerAppointed'),
    'CompetenceAssigned',
  ]);
  expect(pudong[0]!.meta).toMatchObject({ actor: { role: 'system' }, occurredAt: '2020-01-01T00:00:00+08:00' });
});

it('appends nothing when the log has it', async () => {
  const store = new MemoryEventStore();
  await loadOrganisation(store, organisation);
  const head = await store.head();
  expect(await loadOrganisation(store, organisation)).toBe(0);
  expect(await store.head()).toBe(head);
});

it('loads once when two starters run at the same time', async () => {
  const store = new MemoryEventStore();
  await Promise.all([loadOrganisation(store, organisation), loadOrganisation(store, organisation)]);
  const alone = new MemoryEventStore();
  await loadOrganisation(alone, organisation);
  const ids = async (of: MemoryEventStore) => (await of.readAll(all)).map(({ id }) => id).sort();
  expect(await ids(store)).toEqual(await ids(alone));
});

it('takes up after a start that was killed half-way', async () => {
  const store = new MemoryEventStore();
  await loadOrganisation(store, { ...organisation, offices: organisation.offices.slice(0, 5) });
  await loadOrganisation(store, organisation);
  const directory = new OfficeDirectory(store);
  await directory.refresh();
  expect(directory.offices()).toHaveLength(37);
});

it('appoints a new officer and one whose title changed, and leaves the others', async () => {
  const store = new MemoryEventStore();
  await loadOrganisation(store, organisation);
  const changed = withPudong(({ officers }) => {
    const [first, ...others] = officers;
    const title = { zh: '首席承办人员', en: 'Chief handling officer' };
    return { officers: [{ ...first!, title }, ...others, { ...first!, officerId: '310115-handlingOfficer-2' }] };
  });
  expect(await loadOrganisation(store, changed)).toBe(2);
  const directory = new OfficeDirectory(store);
  await directory.refresh();
  expect(directory.officers({ office: '310115-handling' })).toHaveLength(6);
  expect(directory.officer('310115-handlingOfficer-1')!.title.en).toBe('Chief handling officer');
});

it('assigns a competence that is new or changed, the last word of each id being what holds', async () => {
  const store = new MemoryEventStore();
  await loadOrganisation(store, organisation);
  const changed = withPudong(({ competences }) => ({
    competences: [
      { ...competences[0]!, validTo: '2026-12-31' },
      { ...competences[0]!, competenceId: 'another' },
    ],
  }));
  expect(await loadOrganisation(store, changed)).toBe(2);
  expect(await loadOrganisation(store, changed)).toBe(0);
  const directory = new OfficeDirectory(store);
  await directory.refresh();
  const { competences } = directory.office('310115-handling')!;
  expect(competences.map(({ competenceId, validTo }) => [competenceId, validTo])).toEqual([
    ['handle-district', '2026-12-31'],
    ['another', null],
  ]);
});

it('refuses an office which the log has with another name, and appends nothing', async () => {
  const store = new MemoryEventStore();
  await loadOrganisation(store, organisation);
  const head = await store.head();
  const renamed = withPudong(({ established }) => ({ established: { ...established, name: { zh: '他名', en: 'X' } } }));
  await expect(loadOrganisation(store, renamed)).rejects.toThrow(OfficeDiffersFromLog);
  expect(await store.head()).toBe(head);
});
