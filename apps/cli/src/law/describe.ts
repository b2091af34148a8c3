import { ROLL_NOTES, UNIT_NAMES } from '@redress/deadlines/clock/phrases.js';
import type { LawDocument } from '@redress/deadlines/law/law-document.js';
import type { ClockRule, Effect, LawPack, Mark } from '@redress/deadlines/law/law-pack.js';
import type { GroundUse, OperatorRules } from '@redress/deadlines/law/operator-rules.js';
import type { Text } from '@redress/deadlines/text.js';
import { both } from '../answer.js';

/** One line of `law list`. */
export interface Summary {
  readonly kind: LawDocument['kind'];
  /** What `law show` takes. */
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly clocks: number;
  readonly marks: Readonly<Record<Mark, number>>;
}

const NO_MARKS = { confirmed: 0, secondary: 0, unconfirmed: 0 };

export function summaryOf(document: LawDocument): Summary {
  const { kind, id } = document;
  switch (document.kind) {
    case 'calendar': {
      const { versions } = document.calendar;
      return {
        ...{ kind, id: `calendar-${id}`, version: versions.at(-1)?.citation ?? '' },
        title: { zh: '工作日历（国务院放假通知）', en: 'Working-day calendar (State Council notices)' },
        validFrom: `${versions[0]?.year ?? ''}-01-01`,
        validTo: `${versions.at(-1)?.year ?? ''}-12-31`,
        ...{ clocks: 0, marks: NO_MARKS },
      };
    }
    case 'lpr': {
      const { rows, title } = document.series;
      const [validFrom, version] = [rows[0]?.date ?? null, rows.at(-1)?.date ?? ''];
      return { kind, id: `lpr-${id}`, version, title, validFrom, validTo: null, clocks: 0, marks: countMarks(rows) };
    }
    case 'lawPack': {
      const { version, title, validFrom, validTo, rules, provisions } = document.pack;
      const marks = countMarks([...rules, ...provisions]);
      return { kind, id, version: String(version), title, validFrom, validTo, clocks: rules.length, marks };
    }
    case 'policy': {
      const { version, title, validFrom } = document.policy;
      const shared = { version: String(version), title, validFrom, validTo: null, clocks: 0, marks: NO_MARKS };
      return { kind, id: `policy-${id}`, ...shared };
    }
    case 'operatorRules': {
      const { version, label: title } = document.rules;
      const shared = { version: String(version), title, validFrom: null, validTo: null, clocks: 0, marks: NO_MARKS };
      return { kind, id: `grounds-${id}`, ...shared };
    }
    case 'warningRules': {
      const { version, title } = document.warnings;
      const shared = { version: String(version), title, validFrom: null, validTo: null, clocks: 0, marks: NO_MARKS };
      return { kind, id: `warnings-${id}`, ...shared };
    }
  }
}

function countMarks(rows: readonly { readonly status: Mark }[]): Summary['marks'] {
  const count = (mark: Mark) => rows.filter(({ status }) => status === mark).length;
  return { confirmed: count('confirmed'), secondary: count('secondary'), unconfirmed: count('unconfirmed') };
}

const MARKS: Readonly<Record<Mark, Text>> = {
  confirmed: { zh: '已核实', en: 'confirmed' },
  secondary: { zh: '二手资料', en: 'secondary' },
  unconfirmed: { zh: '未核实', en: 'unconfirmed' },
};

const EFFECTS: Readonly<Record<Effect, Text>> = {
  statutory: { zh: '法定', en: 'statutory' },
  serviceNorm: { zh: '服务标准', en: 'service norm' },
  reminder: { zh: '提醒', en: 'reminder' },
};

/** The lines of `law show` for people. */
export function linesOf(document: LawDocument): readonly string[] {
  const { title, version, validFrom, validTo } = summaryOf(document);
  const head = [both(title), `版本 version ${version}  ${validFrom ?? ''} – ${validTo ?? ''}`, ''];
  switch (document.kind) {
    case 'calendar':
      return [
        ...head,
        ...document.calendar.versions.map(({ citation, papers }) => `${citation}  ${papers.join('  ')}`),
      ];
    case 'lpr':
      return [
        ...head,
        ...document.series.rows.map(({ date, rate, status }) => `${date}  ${rate}%  ${both(MARKS[status])}`),
      ];
    case 'lawPack':
      return [...head, ...packLines(document.pack)];
    case 'policy':
      return [
        ...head,
        ...document.policy.ladders.flatMap(({ caseKind, rule, rungs }) => [
          `${caseKind} ${rule}`,
          ...rungs.map(
            ({ offset, unit, title: rung }) => `    ${offset > 0 ? '+' : ''}${offset} ${unit}  ${both(rung)}`,
          ),
        ]),
      ];
    case 'operatorRules':
      return [...head, ...rulesLines(document.rules)];
    case 'warningRules':
      return [
        ...head,
        ...document.warnings.rules.map(
          ({ id, level, measure, atLeast, title }) => `${level}  ${id}  ${measure} ≥ ${atLeast}  ${both(title)}`,
        ),
      ];
  }
}

function rulesLines({ grounds, dispatchObjectionDays, supplementDays }: OperatorRules): readonly string[] {
  const days = (of: Text, n: number | null) =>
    `${both(of)}  ${n === null ? '不限 · no limit' : `${n} ${UNIT_NAMES.WD.zh} · ${n} ${UNIT_NAMES.WD.en}`}`;
  return [
    ...grounds.map(({ code, use, title, validFrom, validTo }) => {
      return `${both(USES[use])}  ${code}  ${both(title)}  ${validFrom} – ${validTo ?? ''}`;
    }),
    days({ zh: '派单异议', en: 'objection to a dispatch' }, dispatchObjectionDays),
    days({ zh: '补正', en: 'supplement' }, supplementDays),
  ];
}

const USES: Readonly<Record<GroundUse, Text>> = {
  termination: { zh: '终止办理', en: 'termination' },
  nonAcceptance: { zh: '不予受理', en: 'non-acceptance' },
  pause: { zh: '中止办理', en: 'pause' },
};

function packLines({ rules, provisions }: LawPack): readonly string[] {
  return [
    ...rules.flatMap((rule) => [
      `${rule.id}  ${both(rule.title)}`,
      `    ${termOf(rule)}  [${both(MARKS[rule.status])}；${both(EFFECTS[rule.effect])}${rule.active ? '' : '；未启用 · switched off'}]`,
      `    ${rule.citation.article}  ${both(rule.citation.text)}`,
      `    ${rule.validFrom} – ${rule.validTo ?? ''}`,
    ]),
    ...provisions.map(
      ({ article, text, status }) => `${article}  ${both(text)}  [${both(MARKS[status])}；无日数 · no number of days]`,
    ),
  ];
}

function termOf({ length, unit, roll, anchor }: ClockRule): string {
  const n = length === null ? '?' : String(length);
  const back = anchor?.direction === 'backwards' ? '倒推 counted back ' : '';
  const rolls = roll === 'none' ? '' : `  ${both(ROLL_NOTES[roll])}`;
  return `${back}${n}${UNIT_NAMES[unit].zh} · ${n} ${UNIT_NAMES[unit].en}${rolls}`;
}
