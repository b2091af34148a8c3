import type { Command, CommandName } from '@redress/cases/ip-fast-track/commands.js';
import { addDays, plainDate } from '@redress/deadlines/calendar/plain-date.js';
import { person } from '../population.js';
import type { Act, Role, Stage, Story } from '../story.js';

type Body<C extends CommandName> = Extract<Command, { readonly name: C }>['body'];

/** Every act of the adjudication is the patent office's own. */
function actsOf({ acceptingOffice }: Stage) {
  return <C extends CommandName>(by: Role, name: C, body: Body<C>, after: number): Act => {
    return by === 'complainant' ? { by, name, body, after } : { by, office: acceptingOffice, name, body, after };
  };
}

const service = { method: 'post', address: '见送达地址确认书', proof: '回执' } as const;

/** A request to adjudicate a patent infringement: filed, defended, heard, ruled upon; some are withdrawn, some hang. */
export function* ipFastTrackStory(stage: Stage): Story {
  const { chance, lodgedOn, acceptingOffice } = stage;
  const act = actsOf(stage);
  yield act('complainant', 'lodge', lodging(stage), 0);
  const [presiding, a, b] = [0, 1, 2].map(() => ({ id: `panel-${chance.whole(1, 1e9)}`, name: person(chance).name }));
  const year = lodgedOn.slice(0, 4);
  const filed: Body<'fileCase'> = {
    number: `沪知裁〔${year}〕${chance.whole(1, 999)}号`,
    conditions: {
      standing: true,
      clearRespondent: true,
      concreteClaim: true,
      jurisdiction: true,
      noCourtCase: true,
      noOtherRoute: true,
    },
    panel: { presiding: presiding!, members: [a!, b!] },
    national: false,
    patentInForce: true,
  };
  yield act('handlingOfficer', 'fileCase', filed, chance.whole(1, 7));
  yield act('handlingOfficer', 'serveRespondent', { ...service, noHomeInChina: false }, chance.whole(1, 6));
  if (chance.happens(0.15)) {
    yield act('complainant', 'withdraw', { reason: '双方和解。' }, chance.whole(3, 40));
    return;
  }
  if (chance.happens(0.8)) {
    const defence = { statement: '不落入保护范围。', evidence: [], timeBar: false };
    yield act('handlingOfficer', 'recordDefence', defence, chance.whole(3, 18));
    yield act('handlingOfficer', 'passDefenceOn', service, chance.whole(1, 6));
  }
  if (chance.happens(0.15)) return;
  const told = yield act('handlingOfficer', 'addNote', { text: '合议庭阅卷。', visibleTo: 'officials' }, 2);
  const hearingOn = addDays(plainDate(told), 20);
  yield act('handlingOfficer', 'scheduleHearing', { hearingOn, place: '第一审理庭' }, 1);
  yield act('handlingOfficer', 'serveHearingNotice', { method: 'post', proof: '回执' }, 1);
  const held = act('handlingOfficer', 'holdHearing', { absent: 'none', minutes: '双方到庭陈述。' }, 25);
  yield { ...held, on: hearingOn };
  if (chance.happens(0.2)) {
    const extension = { months: 1, reason: '案情复杂。', office: acceptingOffice };
    yield act('departmentHead', 'extendHandling', extension, chance.whole(1, 4));
  }
  const ruling: Body<'issueRuling'> = {
    number: filed.number,
    infringes: chance.happens(0.6),
    basis: 'hearing',
    earlier: null,
    wilful: false,
    orders: '见裁决主文。',
    reasons: '见裁决理由。',
  };
  yield act('handlingOfficer', 'issueRuling', ruling, chance.whole(3, 25));
  for (const party of ['complainant', 'respondent'] as const)
    yield act('handlingOfficer', 'serveRuling', { ...service, party }, chance.whole(1, 4));
  yield act('handlingOfficer', 'publishRuling', { place: '局网站' }, chance.whole(2, 22));
}

function lodging({ chance, complainant, lodgedOn, acceptingOffice, population }: Stage): Body<'lodge'> {
  const { district: _, ...party } = complainant;
  const { name, creditCode, address } = population.respondent(chance);
  const knownOn = addDays(plainDate(lodgedOn), -chance.whole(20, 600));
  return {
    request: {
      lodging: { by: 'complainant', channel: 'online', receivedOn: lodgedOn, agent: null },
      complainant: party,
      respondent: { name, creditCode, address, contact: null },
      matter: {
        route: 'adjudication',
        patent: {
          number: `ZL2020${chance.whole(10_000_000, 99_999_999)}.5`,
          title: chance.one(['一种阀门', '一种连接器', '一种包装盒', '一种传感器']),
          type: 'invention',
          grantedOn: addDays(knownOn, -chance.whole(100, 900)),
          registerCopy: true,
        },
        standing: 'rightHolder',
        knownOn,
        actContinues: true,
        foreignRelated: false,
        majorCrossDistrict: false,
      },
      claim: '责令停止侵权。',
      facts: '被请求人制造、销售落入保护范围的产品。',
      evidence: [{ kind: 'other', title: '公证书', reference: '附件1' }],
      promises: { truth: true, signatory: complainant.contact.name },
    },
    acceptingOffice,
    office: acceptingOffice,
  };
}
