import { randomUUID } from 'node:crypto';
import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';
import { matters, met, request, today } from '@redress/cases/testing/ip-fast-track.js';
import { Desk, done, grounds } from '../testing/desk.js';

let desk: Desk;
let of: string;

const act = (by: string, name: string, body: object = {}) => desk.commandOf('ipFastTrack', of, by, name, body);
const lastEvent = async () => (await desk.memory.readStream(`ipFastTrack-${of}`)).at(-1)!;

const { lodging: _, ...body } = request(matters.adjudication);
const lodged = {
  ...body,
  office: '310115-handling',
  complainant: { ...body.complainant, ...demonstrationCompanies.pudong },
  respondent: { ...body.respondent!, ...demonstrationCompanies.respondent },
};
const panel = { presiding: '310115-departmentHead-1', members: ['310115-handlingOfficer-1', '310115-mediator-1'] };
const filing = { number: '沪知裁1号', conditions: met, panel, national: false, patentInForce: true };
const service = { method: 'post', address: '闵行区', proof: 'EMS 1' };

beforeEach(async () => {
  desk = (await Desk.open()).on(today);
  const commandId = randomUUID();
  of = desk.caseIdOf(commandId);
  done(await desk.commandOf('ipFastTrack', of, 'sme', 'lodge', lodged, { commandId }));
});

test('a request is accepted by the intellectual-property office and handled by the office named, or by itself', async () => {
  const [event] = await desk.memory.readStream(`ipFastTrack-${of}`);
  expect(event).toMatchObject({
    type: 'RequestFiled',
    data: { acceptingOffice: { id: '310000-ip' }, office: { id: '310115-handling' } },
  });
  const commandId = randomUUID();
  of = desk.caseIdOf(commandId);
  const unnamed = { ...lodged, office: null };
  done(await desk.commandOf('ipFastTrack', of, 'sme', 'lodge', unnamed, { commandId }));
  const [another] = await desk.memory.readStream(`ipFastTrack-${of}`);
  expect(another).toMatchObject({ data: { office: { id: '310000-ip' } } });
});

test('a company lodges under its own name', async () => {
  const commandId = randomUUID();
  const other = { ...lodged, complainant: { ...lodged.complainant, name: '别的公司' } };
  const outcome = await desk.commandOf('ipFastTrack', desk.caseIdOf(commandId), 'sme', 'lodge', other, { commandId });
  expect(grounds(outcome)).toEqual(['complainant.name: notYourCompany']);
});

test('the panel is of officers of the office which handles the case', async () => {
  const strangers = { ...panel, members: ['310104-mediator-1', 'nobody'] };
  expect(grounds(await act('handler', 'fileCase', { ...filing, panel: strangers }))).toEqual([
    'panel.members[0]: notAnOfficerHere',
    'panel.members[1]: notAnOfficerHere',
  ]);
  done(await act('handler', 'fileCase', filing));
  expect(await lastEvent()).toMatchObject({ data: { panel: { presiding: { id: panel.presiding } } } });
});

test('an extension says which office approved it', async () => {
  done(await act('handler', 'fileCase', filing));
  done(await act('head', 'extendHandling', { months: 1, reason: '复杂' }));
  expect(await lastEvent()).toMatchObject({ data: { step: 'complex', office: { id: '310115-handling' } } });
  done(await act('head-ip', 'extendFurther', { months: 2, reason: '特别复杂' }));
  expect(await lastEvent()).toMatchObject({ data: { step: 'veryComplex', office: { id: '310000-ip' } } });
});

test('a party speaks for itself; an officer says who spoke', async () => {
  done(await act('handler', 'fileCase', filing));
  done(await act('handler', 'serveRespondent', { ...service, noHomeInChina: false }));
  done(await act('respondent', 'objectJurisdiction', { by: 'complainant', ground: '应由市级管辖' }));
  const events = await desk.memory.readStream(`ipFastTrack-${of}`);
  expect(events.find(({ type }) => type === 'JurisdictionObjected')).toMatchObject({ data: { by: 'respondent' } });
  const unfit = { outcome: 'upheld', to: 'nowhere', body: null, reason: '成立' };
  expect(grounds(await act('handler', 'decideJurisdiction', unfit))).toEqual(['to: notAHandlingAuthority']);
});
