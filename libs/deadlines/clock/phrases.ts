import { type DayReason } from '../calendar/day-notes.js';
import { type Roll, type Unit } from '../law/law-pack.js';
import { type Text } from '../text.js';
import { type ExtensionOutcome } from './extension.js';

export const DAY_REASONS: Readonly<Record<DayReason, Text>> = {
  weekend: { zh: '周末', en: 'weekend' },
  dayOff: { zh: '放假', en: 'day off by notice' },
  sureOff: { zh: '法定节假日（通知未发布）', en: 'statutory holiday (notice not out)' },
  makeUpWorkday: { zh: '调休上班日', en: 'make-up workday' },
};

export const EXTENSION_REASONS: Readonly<Record<ExtensionOutcome, Text>> = {
  counts: { zh: '在期限届满前批准，计入期限', en: 'approved on or before the due date: it counts' },
  late: { zh: '批准时期限已届满，不改变期限', en: 'approved after the due date then in force: it moves nothing' },
  beyondMaximum: { zh: '超过规定的最长期限，不改变期限', en: 'beyond the greatest length allowed: it moves nothing' },
  notLonger: { zh: '未超过现有期限，不改变期限', en: 'not longer than the term in force: it moves nothing' },
  outOfOrder: { zh: '没有可用的下一步延长，不改变期限', en: 'not the next step of extension: it moves nothing' },
  noLength: { zh: '未写明延长的整日数，不改变期限', en: 'no whole number of days is given: it moves nothing' },
};

export const ROLL_NOTES: Readonly<Record<Roll, Text>> = {
  none: {
    zh: '末日遇休息日不顺延；另列顺延后的日期（调休上班日是否为末日，两种理解并列）',
    en: 'a last day on a day off does not roll; the rolled dates stand beside it, in both readings of a make-up workday',
  },
  nextWorkday: {
    zh: '末日遇休息日，顺延至其后第一个工作日；调休上班日是否为末日，两种理解并列',
    en: 'a last day on a day off rolls to the first working day after; both readings of a make-up workday are shown',
  },
  previousWorkday: {
    zh: '倒推的末日遇休息日，提前至其前最近的工作日；调休上班日可否为末日，两种理解并列',
    en: 'counted back, a day off rolls to the last working day before; both readings of a make-up workday are shown',
  },
};

export const PAUSES_LEAVE_OUT: Text = {
  zh: '自甲日中止至乙日恢复的，不计入甲日次日至乙日的各日（平台设计）',
  en: 'a pause from day a to day b leaves out the days a+1 to b (a design choice)',
};

export const RULE_UNCONFIRMED: Text = {
  zh: '该期限未经核实，未启用，不作为依据',
  en: 'the number of this rule is not confirmed: it is switched off, or the operator answers for it',
};

export const DAY_NOT_NAMED: Text = {
  zh: '登记的事项没有写明起算的日期，无法计算',
  en: 'the event names no day to count from: the date cannot be told',
};

export const LENGTH_NOT_SET: Text = {
  zh: '期限由承办机关逐案指定，本案尚未登记',
  en: 'the office sets this term case by case, and has recorded none for this case',
};

export const UNIT_NAMES: Readonly<Record<Unit, Text>> = {
  WD: { zh: '个工作日', en: 'working days' },
  D: { zh: '日', en: 'days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
  hour: { zh: '小时', en: 'hours' },
};
