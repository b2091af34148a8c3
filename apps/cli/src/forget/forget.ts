import { forget as order, type ForgettingOutcome } from '@redress/casework/forgetting/forget.js';
import type { Text } from '@redress/deadlines/text.js';
import { type Answer, both } from '../answer.js';
import { Arguments, BadArgument, shown } from '../arguments.js';
import { asOperator } from '../as-operator.js';

export const usage = `redress forget --person <id> --reason 理由 --account 账号 [--json]
  删除一个人的全部个人信息：在所有案件中均不可再读 · everything sealed for a person, in every case
redress forget --text <id> --reason 理由 --account 账号 [--json]
  删除一段文字 · one text

  编号由接口查得：POST /api/persons/search，GET /api/cases/<案件>/personal-data
  ids are answered by POST /api/persons/search and GET /api/cases/<case>/personal-data
  理由记入日志并永久保留，不得写入个人信息 · the reason stays in the log for good: it must name nobody
  密码取自 REDRESS_PASSWORD 或标准输入的第一行 · the password is REDRESS_PASSWORD, or the first line of stdin
`;

const longestReason = 500;
const ids = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `redress forget`. @throws BadArgument */
export async function forget(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['person', 'text', 'reason', 'account'], none: ['json'] });
  const subject = subjectOf(given);
  const reason = reasonOf(given);
  const outcome = await asOperator(given.required('account'), ({ parts, account, commandId }) =>
    order(parts, account, { ...subject, reason, commandId }, null),
  );
  return answerOf(outcome, subject);
}

type Subject = ReturnType<typeof subjectOf>;

function subjectOf(given: Arguments) {
  const [person, text] = [given.text('person'), given.text('text')];
  if ((person === null) === (text === null))
    throw new BadArgument('--person, --text', { zh: '须给出其中之一', en: 'exactly one of them is required' });
  const of = person === null ? ('text' as const) : ('person' as const);
  const id = person ?? text ?? '';
  if (!ids.test(id)) throw new BadArgument(`--${of}`, { zh: `${shown(id)} 不是 UUID`, en: `${shown(id)} is no UUID` });
  return { of, id: id.toLowerCase() };
}

function reasonOf(given: Arguments): string {
  const reason = given.required('reason').trim();
  if (reason === '') throw new BadArgument('--reason', { zh: '不能为空', en: 'must not be empty' });
  if (reason.length > longestReason)
    throw new BadArgument('--reason', {
      zh: `不得超过 ${longestReason} 个字符`,
      en: `at most ${longestReason} characters`,
    });
  return reason;
}

function answerOf(outcome: ForgettingOutcome, { of, id }: Subject): Answer {
  switch (outcome.outcome) {
    case 'denied':
      throw new BadArgument('--account', {
        zh: '须由系统运维，或管辖该案的监督人员办理（删除一个人须由全市监督人员）',
        en: 'an operator may, or the supervisor of the case’s district (of the whole city for a person)',
      });
    case 'notFound':
      throw new BadArgument(`--${of}`, { zh: '没有这个编号', en: 'there is none of this id' });
    case 'commandIdReused':
      throw new Error('a command id just made cannot have been used');
    case 'recorded':
      return {
        json: { [of]: id, ...outcome, outcome: undefined },
        lines: [both(said(outcome)), `    ${outcome.position}`],
      };
  }
}

function said({ before, erased }: Extract<ForgettingOutcome, { outcome: 'recorded' }>): Text {
  if (!erased)
    return {
      zh: '已记入日志；后台进程运行后即销毁密钥，日志位置',
      en: 'recorded; the worker destroys the key when it runs; position in the log',
    };
  return before
    ? { zh: '此前已删除，日志位置', en: 'forgotten before; position in the log' }
    : { zh: '已删除，不可恢复；日志位置', en: 'forgotten for good; position in the log' };
}
