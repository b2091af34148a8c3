import type { CommandBody, CommandName } from '@redress/cases/credit-repair/commands.js';
import { repairConditions } from '@redress/cases/credit-repair/conditions.js';
import { addDays, plainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Act, Role, Stage, Story } from '../story.js';

function act<C extends CommandName>(by: Role, name: C, body: CommandBody<C>, after: number): Act {
  return { by, name, body, after };
}

/** A request to repair a record: passed to the body which made it, reviewed, repaired for the most part. */
export function* creditRepairStory(stage: Stage): Story {
  const { chance, complainant } = stage;
  yield lodging(stage);
  const to = stage.handlingOffice(complainant.district);
  yield act('intakeOfficer', 'passToDepartment', { to, ground: '谁认定、谁修复' }, chance.whole(1, 3));
  if (chance.happens(0.1)) return;
  if (chance.happens(0.1)) {
    const declined = { ground: 'notTheFindingBody', reason: '非本部门认定。' } as const;
    yield act('handlingOfficer', 'decline', declined, chance.whole(1, 5));
    yield act('handlingOfficer', 'tellResult', { how: '短信' }, 1);
    return;
  }
  yield act('handlingOfficer', 'accept', {}, chance.whole(1, 4));
  const met = chance.happens(0.85);
  const conditions = repairConditions.map((condition) => {
    return { condition, proved: met || condition !== 'otherLegal', by: '核对材料' };
  });
  yield act('handlingOfficer', 'reviewConditions', { conditions }, chance.whole(1, 6));
  if (chance.happens(0.1)) return;
  const reason = met ? '条件均已具备。' : '尚有未履行的义务。';
  yield act('handlingOfficer', 'decideRepair', { repaired: met, reason }, chance.whole(1, 5));
  if (met) {
    yield act('handlingOfficer', 'endPublicity', { platforms: ['信用中国（上海）'] }, chance.whole(1, 2));
    yield act('handlingOfficer', 'shareResult', { with: ['全国信用信息共享平台'] }, chance.whole(1, 4));
  }
  yield act('handlingOfficer', 'tellResult', { how: '短信' }, 1);
}

function lodging({ chance, complainant, lodgedOn, acceptingOffice }: Stage): Act {
  const { district: _, ...applicant } = complainant;
  const foundOn = addDays(plainDate(lodgedOn), -chance.whole(110, 330));
  const request: CommandBody<'lodge'>['request'] = {
    applicant,
    record: {
      body: { name: '上海市交通委员会执法总队', kind: 'other', place: 'shanghai' },
      kind: 'penalty',
      documentNumber: `沪交罚〔${foundOn.slice(0, 4)}〕${chance.whole(1, 9999)}号`,
      foundOn,
      publishedOn: addDays(foundOn, 5),
      class: 'general',
      form: 'fine',
      field: 'general',
      content: '超限运输，罚款。',
      crossProvince: false,
    },
    ruling: null,
    notice: null,
    corrections: '已缴纳罚款并整改。',
    materials: [{ kind: 'other', title: '缴款书', reference: '附件1' }],
    promise: { truth: true, liability: true, inPublic: true, signatory: complainant.contact.name },
  };
  const by = { by: 'complainant', channel: 'online', receivedOn: lodgedOn, agent: null } as const;
  return act('complainant', 'lodge', { request, lodging: by, acceptingOffice }, 0);
}
