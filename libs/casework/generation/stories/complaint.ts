import { exemptionConditions } from '@redress/cases/complaint/exemption.js';
import { largest } from '@redress/cases/shared/money.js';
import type { Category } from '@redress/cases/complaint/complaint.js';
import type { CommandBody, CommandName } from '@redress/cases/complaint/commands.js';
import { addDays, plainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Act, Role, Stage, Story } from '../story.js';
import { yuan } from './amounts.js';

function act<C extends CommandName>(by: Role, name: C, body: CommandBody<C>, after: number): Act {
  return { by, name, body, after };
}

const categories: readonly (readonly [number, Category])[] = [
  [22, 'businessCharges'],
  [12, 'intermediary'],
  [24, 'policyLastMile'],
  [8, 'fairCompetition'],
  [8, 'unfairCompetition'],
  [8, 'personAndProperty'],
  [10, 'penaltyExemption'],
  [8, 'other'],
];

const titles: Readonly<Record<Category, string>> = {
  businessCharges: '清单之外收取检测费',
  intermediary: '办理许可被要求到指定机构做评估',
  policyLastMile: '已公示的补贴迟迟没有拨付',
  fairCompetition: '招标文件要求本地纳税业绩',
  unfairCompetition: '同行冒用本公司名称和包装',
  personAndProperty: '经营场所被无故断水断电',
  penaltyExemption: '首次轻微违法被处罚款',
  other: '许可到期续办无人受理',
};

/** A rights complaint from its lodging to its conclusion; some are declined, some hang, some are rated. */
export function* complaintStory(stage: Stage): Story {
  const { chance, complainant } = stage;
  const category = chance.weighted(categories);
  yield lodging(stage, category);
  if (chance.happens(0.12)) {
    yield act(
      'intakeOfficer',
      'decline',
      {
        ground: chance.one(['notAFirmsMatter', 'otherForum', 'otherByLaw'] as const),
        reason: '经审查不属于本渠道的受理范围。',
        advice: '可向有管辖权的部门提出。',
      },
      chance.whole(1, 5),
    );
    return;
  }
  yield act('intakeOfficer', 'accept', {}, chance.whole(0, 3));
  const grade = chance.happens(0.65) ? 'general' : 'hard';
  yield act('intakeOfficer', 'grade', { grade, reason: grade === 'hard' ? '涉及两个以上部门。' : '事实清楚。' }, 0);
  const handling = stage.handlingOffice(complainant.district);
  yield act('intakeOfficer', 'transfer', { to: handling, ground: '属地管理' }, chance.whole(0, 2));
  if (chance.happens(0.06)) return;
  yield act('handlingOfficer', 'beginHandling', {}, chance.whole(0, 2));
  if (chance.happens(0.5)) {
    yield act('handlingOfficer', 'recordFirstContact', { how: 'phone', what: '已联系，核对了诉求。' }, 0);
  }
  if (chance.happens(0.4)) {
    yield act('handlingOfficer', 'addNote', { text: '已向被投诉单位调取材料。', visibleTo: 'officials' }, 1);
  }
  if (chance.happens(0.15)) return;
  yield* finding(stage, category);
  const outcome = chance.weighted([
    [55, 'resolved'],
    [20, 'partlyResolved'],
    [15, 'notResolved'],
    [10, 'unfounded'],
  ] as const);
  const explained = outcome === 'partlyResolved' || outcome === 'notResolved';
  yield act(
    'handlingOfficer',
    'issueResult',
    {
      outcome,
      answer: '已核实并督促整改，结果如附件。',
      explanation: explained ? '部分事项缺少法定依据，已说明理由。' : null,
    },
    chance.whole(1, grade === 'hard' ? 20 : 8),
  );
  for (const to of ['complainant', 'acceptingAuthority'] as const) {
    yield act('handlingOfficer', 'feedBack', { to, how: '书面' }, chance.whole(0, 1));
  }
  yield act('handlingOfficer', 'conclude', {}, 0);
  if (chance.happens(0.5)) {
    const rating = chance.weighted([
      [5, 1],
      [7, 2],
      [18, 3],
      [30, 4],
      [40, 5],
    ] as const);
    yield act('complainant', 'rateSatisfaction', { by: 'complainant', rating, comment: '' }, chance.whole(1, 6));
    if (rating <= 2 && chance.happens(0.8)) {
      yield act(
        'handlingOfficer',
        'checkBadReview',
        { how: '电话', found: '对答复的说明不满意', remedy: '补充了说明' },
        1,
      );
    }
  }
}

/** What is looked at before a complaint of this category is decided; it finds nothing against the respondent. */
function* finding({ chance, lodgedOn, acceptingOffice }: Stage, category: Category): Story {
  const after = chance.whole(1, 4);
  switch (category) {
    case 'policyLastMile': {
      const policy = { policy: '专精特新企业奖励', documentNumber: null, promise: '公示后三十日内拨付' };
      const found = { entitled: true, found: 'kept' as const, reason: '款项已在途。', remedy: null };
      yield act('handlingOfficer', 'checkPolicy', { ...policy, ...found }, after);
      return;
    }
    case 'businessCharges': {
      const listed = { listed: 'listed' as const, list: `收费目录（${lodgedOn.slice(0, 4)}年）`, allowed: largest };
      yield act(
        'handlingOfficer',
        'checkCharge',
        { charge: 1, ...listed, refund: null, reason: '在目录之内。' },
        after,
      );
      return;
    }
    case 'intermediary': {
      const looked = { service: '安全评估', agency: null, onList: true, forced: false, named: false };
      const body = { ...looked, bodysOwnWork: false, reason: '未发现指定机构。' };
      yield act('handlingOfficer', 'checkIntermediary', body, after);
      return;
    }
    case 'fairCompetition':
    case 'unfairCompetition': {
      const matter = category === 'fairCompetition' ? 'fairCompetitionReview' : 'unfairCompetition';
      yield act('handlingOfficer', 'referCompetition', { matter, to: acceptingOffice, object: '见投诉材料' }, after);
      return;
    }
    case 'penaltyExemption': {
      const conditions = exemptionConditions.map((condition) => {
        return { condition, proved: condition === 'minor', by: '处罚决定书所载' };
      });
      const body = {
        document: `沪罚〔${lodgedOn.slice(0, 4)}〕${chance.whole(1, 999)}号`,
        listEntry: null,
        conditions,
      };
      yield act('handlingOfficer', 'reviewExemption', { ...body, exempted: false, reason: '条件不齐。' }, after);
      return;
    }
    default:
  }
}

function lodging(stage: Stage, category: Category): Act {
  const { chance, complainant, lodgedOn, acceptingOffice, population } = stage;
  const { district: _, ...party } = complainant;
  const respondent = population.respondent(chance);
  const unitType = respondent.unitType === 'largeFirm' ? 'stateOrgan' : respondent.unitType;
  const charged = category === 'businessCharges' ? chance.whole(1, 3) : 0;
  return act(
    'complainant',
    'lodge',
    {
      complaint: {
        category,
        complainant: party,
        respondent: {
          name: respondent.name,
          creditCode: respondent.creditCode,
          unitType,
          address: respondent.address,
          contact: null,
        },
        title: titles[category],
        facts: `${titles[category]}，自${lodgedOn.slice(0, 7)}起影响正常经营。`,
        request: '请核实并督促改正。',
        policy:
          category === 'policyLastMile'
            ? {
                title: '专精特新企业奖励',
                documentNumber: null,
                issuer: respondent.name,
                promise: '公示后三十日内拨付',
              }
            : null,
        charges: Array.from({ length: charged }, () => ({
          item: chance.one(['检测费', '保证金', '会费', '评估费']),
          chargedOn: addDays(plainDate(lodgedOn), -chance.whole(5, 200)),
          amount: yuan(chance, 8.5, 1),
          receipt: null,
        })),
        evidence: [{ kind: 'correspondence', title: '往来函件', reference: '附件1' }],
        promises: { noOtherForum: true, truth: true, signatory: complainant.contact.name },
      },
      lodging: { by: 'complainant', channel: 'online', receivedOn: lodgedOn, agent: null },
      acceptingOffice,
      takenBy: 'smeServiceCentre',
    },
    0,
  );
}
