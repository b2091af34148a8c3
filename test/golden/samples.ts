import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireRung } from '@redress/casework/escalation/fire-rung.js';
import { LawDirectory } from '@redress/casework/reference/law-directory.js';
import { publishReleaseLaw } from '@redress/casework/reference/publish-release.js';
import { Desk, done } from '@redress/casework/testing/desk.js';
import { recordReport } from '@redress/casework/yearly-reports/record-report.js';
import { yearlyReportStream, yearlyTasks, type YearlyTask } from '@redress/casework/yearly-reports/yearly-report.js';
import { complaint } from '@redress/cases/complaint/kind.js';
import { creditRepair } from '@redress/cases/credit-repair/kind.js';
import { ipFastTrack } from '@redress/cases/ip-fast-track/kind.js';
import { overduePayment } from '@redress/cases/overdue-payment/kind.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { complaintStories } from './complaint-stories.js';
import { creditRepairStories } from './credit-repair-stories.js';
import { ipFastTrackStories } from './ip-fast-track-stories.js';
import { overduePaymentStories } from './overdue-payment-stories.js';
import { toldStory } from './told-story.js';

/** A stream as the store gave it on the day it was taken, and what it folded to then. */
export interface Sample {
  readonly name: string;
  readonly events: readonly RecordedEvent[];
  readonly folded: unknown;
}

const folder = join(import.meta.dirname, 'samples');

export function storedSamples(): readonly Sample[] {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const sample = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Sample, 'name'>;
      return { name: file.replace(/\.json$/, ''), ...sample };
    });
}

/**
 * Adds a sample that is not there yet; one that is there is never written again (invariant 5): a new schema version of an
 * event gets a sample of its own beside the old.
 */
export function addSample({ name, ...sample }: Sample): void {
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(sample, null, 1)}\n`);
}

/** Streams with every event type, as today's commands write them. */
export async function todaysStreams(): Promise<readonly Omit<Sample, 'folded'>[]> {
  const desk = await Desk.open();
  await publishReleaseLaw(desk.memory, desk.clock);
  const cases = {
    concluded: await concluded(desk),
    declined: await ended(desk, 'intake', 'decline'),
    withdrawn: await ended(desk, 'sme', 'withdraw'),
    terminated: await ended(await accepted(desk), 'intake', 'terminate'),
  };
  const streams = Object.entries(cases).map(([name, caseId]) => [
    `overduePayment-${name}.1`,
    `overduePayment-${caseId}`,
  ]);
  for (const stream of [
    'calendar-CN',
    'lawPack-CN-ORDER-802',
    'policy-default',
    'office-310115-handling',
    'grounds-overduePayment',
    'office-310000-accepting',
    'warnings-debtors',
    await yearlyReports(desk, 2024),
    await yearlyReports(desk, 2023, 'takeBackReport'),
  ])
    streams.push([`${stream}.1`, stream]);
  streams.push(['grounds-overduePayment.2', 'grounds-overduePayment']);
  const told = await Promise.all(
    streams.map(async ([name, stream]) => ({ name: name!, events: await desk.memory.readStream(stream!) })),
  );
  const ip = Object.entries(ipFastTrackStories).map(async ([name, acts]) => {
    return { name: `ipFastTrack-${name}.1`, events: await toldStory(ipFastTrack, name, acts) };
  });
  const overdue = Object.entries(overduePaymentStories).map(async ([name, acts]) => {
    return { name: `overduePayment-${name}.2`, events: await toldStory(overduePayment, name, acts) };
  });
  const complaints = Object.entries(complaintStories).map(async ([name, acts]) => {
    return { name: `complaint-${name}.1`, events: await toldStory(complaint, name, acts) };
  });
  const repairs = Object.entries(creditRepairStories).map(async ([name, acts]) => {
    return { name: `creditRepair-${name}.1`, events: await toldStory(creditRepair, name, acts) };
  });
  return [...told, ...(await Promise.all([...ip, ...overdue, ...complaints, ...repairs]))];
}

interface Lodged {
  readonly desk: Desk;
  readonly caseId: string;
}

async function accepted(desk: Desk): Promise<Lodged> {
  const caseId = await desk.on('2025-09-10').lodge();
  done(await desk.command(caseId, 'intake', 'accept'));
  return { desk, caseId };
}

/** Both reports of one office on a year, and what was done to them afterwards: its stream. */
async function yearlyReports(desk: Desk, year: number, after?: 'takeBackReport'): Promise<string> {
  const parts = { store: desk.memory, clock: desk.clock, offices: new OfficeDirectory(desk.memory) };
  const office = '310000-supervision';
  const made = { name: 'makeReport', madeOn: '2025-03-28' as PlainDate, document: '沪经信公开〔2025〕8号' } as const;
  const record = (task: YearlyTask, said: typeof made | { name: 'takeBackReport'; reason: string }) =>
    recordReport(parts, desk.account('supervisor'), { office, year, task, commandId: randomUUID(), ...said });
  for (const task of yearlyTasks) await record(task, made);
  if (after !== undefined) await record('disclosure', { name: after, reason: '文号登记有误' });
  return yearlyReportStream(office, year);
}

async function ended(of: Desk | Lodged, by: string, name: 'decline' | 'withdraw' | 'terminate'): Promise<string> {
  const { desk, caseId } = of instanceof Desk ? { desk: of, caseId: await of.on('2025-09-10').lodge() } : of;
  done(await desk.command(caseId, by, name));
  return caseId;
}

async function concluded(desk: Desk): Promise<string> {
  const caseId = await desk.on('2025-09-10').lodge();
  const act = async (...[by, name, changes, request]: [string, Parameters<Desk['command']>[2], object?, object?]) =>
    done(await desk.command(caseId, by, name, changes, request));
  await act('intake', 'requestSupplement');
  await act('sme', 'supplyMaterials', { evidence: [{ kind: 'licence', title: '营业执照', reference: 'l.pdf' }] });
  desk.on('2025-09-12');
  await act('intake', 'accept', {}, { occurredOn: '2025-09-11', occurredOnReason: '次日补记' });
  await act('intake', 'transfer');
  await act('handler', 'receiveMaterials');
  await act('handler', 'assignMediator');
  await act('mediator', 'recordReply');
  await act('head', 'extendHandling', { totalDays: 90 });
  const run = (await desk.history(caseId)).at(-1)!.id;
  desk.on('2025-12-10');
  const parts = {
    store: desk.memory,
    clock: desk.clock,
    privacy: desk.privacy,
    law: new LawDirectory(desk.memory),
    offices: new OfficeDirectory(desk.memory),
  };
  done(await fireRung(parts, { caseId, clock: 'result', subject: 'case', run, rung: 'amber' }));
  await act('mediator', 'holdMediation');
  const total = '900000.00';
  await act('mediator', 'agreeSettlement', { total, instalments: [{ dueOn: '2025-12-11', amount: total }] });
  await act(
    'mediator',
    'recordPayment',
    { amount: '1.00' },
    { occurredOn: '2025-09-01', occurredOnReason: '事后得知' },
  );
  await act('mediator', 'recordPayment', { amount: total, instalment: 1 });
  await act('mediator', 'issueResult', { outcome: 'paidInFull' });
  await act('mediator', 'feedBack');
  await act('mediator', 'feedBack', { to: 'acceptingAuthority' });
  return caseId;
}
