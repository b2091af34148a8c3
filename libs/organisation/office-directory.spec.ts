import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { eventId } from '@redress/event-store/identity.js';
import type { EventMeta, NewEvent } from '@redress/event-store/port.js';
import { demonstrationOrganisation } from './demonstration.js';
import { loadOrganisation } from './load-organisation.js';
import { OfficeDirectory } from './office-directory.js';
import { UnknownOfficeEvent } from './office.js';

async function loadedDirectory(): Promise<{ store: MemoryEventStore; directory: OfficeDirectory }> {
  const store = new MemoryEventStore();
  await loadOrganisation(store, demonstrationOrganisation());
  const directory = new OfficeDirectory(store);
  await directory.refresh();
  return { store, directory };
}

const meta: EventMeta = {
  commandId: '019a0000-0000-8000-8000-000000000001',
  commandHash: '00',
  correlationId: '019a0000-0000-8000-8000-000000000001',
  causationId: null,
  actor: { id: 'redress', name: 'Redress', role: 'system', organisation: null },
  occurredAt: '2026-01-01T00:00:00+08:00',
  hashAlgorithm: 'sha256',
};
const event = (stream: string, type: string, data: Record<string, unknown>): NewEvent => ({
  id: eventId(stream, meta.commandId, 0),
  type,
  schema: 1,
  data,
  meta,
});
const appointment = event('office-310115-handling', 'OfficerAppointed', {
  officerId: '310115-mediator-9',
  name: { zh: '新调解员', en: 'New Mediator' },
  role: 'mediator',
  title: { zh: '调解员', en: 'Mediator' },
});

it('answers by level, district and function', async () => {
  const { directory } = await loadedDirectory();
  expect(directory.offices({ level: 'district' })).toHaveLength(16);
  expect(directory.offices({ district: '310115', function: 'handlingAuthority' }).map(({ id }) => id)).toEqual([
    '310115-handling',
  ]);
  expect(directory.offices({ parent: '310115-handling' }).map(({ name }) => name.zh)).toEqual(['张江镇中小企业服务站']);
  expect(directory.office('310000-accepting')!.name.zh).toBe('上海市经济和信息化委员会');
  expect(directory.office('nowhere')).toBeUndefined();
});

it('knows the officers of an office, and of a role', async () => {
  const { directory } = await loadedDirectory();
  expect(directory.officers({ office: '310115-handling', role: 'mediator' }).map(({ id }) => id)).toEqual([
    '310115-mediator-1',
    '310115-mediator-2',
  ]);
  expect(directory.officers({ role: 'departmentHead' })).toHaveLength(16 + 3);
  expect(directory.officer('310104-mediator-1')!.office).toBe('310104-handling');
});

it('tells where an office lies', async () => {
  const { directory } = await loadedDirectory();
  expect(directory.districtOf('310115-zhangjiang')).toBe('310115');
  expect(directory.districtOf('310000-accepting')).toBeNull();
  expect(directory.isWithin('310115-zhangjiang', { district: '310115' })).toBe(true);
  expect(directory.isWithin('310115-zhangjiang', { district: '310115', level: 'district' })).toBe(false);
  expect(directory.isWithin('nowhere', {})).toBe(false);
});

it('reads on from where it stood', async () => {
  const { store, directory } = await loadedDirectory();
  const readAll = jest.spyOn(store, 'readAll');
  await directory.refresh();
  expect(readAll).not.toHaveBeenCalled();

  await store.append('overduePayment-1', 'none', [event('overduePayment-1', 'ClaimLodged', {})]);
  await store.append('office-310115-handling', 'exists', [appointment]);
  await directory.refresh();
  expect(directory.officer('310115-mediator-9')!.name.en).toBe('New Mediator');
  expect(readAll).toHaveBeenCalledTimes(1);

  await store.append('overduePayment-2', 'none', [event('overduePayment-2', 'ClaimLodged', {})]);
  await directory.refresh();
  await directory.refresh();
  expect(readAll).toHaveBeenCalledTimes(2);
});

it('gives every caller what was appended before the call, though calls share readings', async () => {
  const { store, directory } = await loadedDirectory();
  const underWay = directory.refresh();
  await store.append('office-310115-handling', 'exists', [appointment]);
  await Promise.all([directory.refresh(), directory.refresh()]);
  expect(directory.officer('310115-mediator-9')).toBeDefined();
  await underWay;
});

it('reads again after a reading that failed', async () => {
  const { store, directory } = await loadedDirectory();
  await store.append('office-310115-handling', 'exists', [appointment]);
  jest.spyOn(store, 'head').mockRejectedValueOnce(new Error('no connection'));
  const failing = directory.refresh();
  const next = directory.refresh();
  await expect(failing).rejects.toThrow('no connection');
  await next;
  expect(directory.officer('310115-mediator-9')).toBeDefined();
});

it('refuses to go on past an event it does not know', async () => {
  const { store, directory } = await loadedDirectory();
  await store.append('office-310115-handling', 'exists', [event('office-310115-handling', 'OfficeMoved', {})]);
  await expect(directory.refresh()).rejects.toThrow(UnknownOfficeEvent);
  await expect(directory.refresh()).rejects.toThrow(UnknownOfficeEvent);
});
