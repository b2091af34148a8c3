import type { TimelineEntry } from '../../api/types.js';
import { showMoney } from '../../money/money-text.js';
import { useLanguage, useText } from '../../text/names.js';

interface EventWords {
  readonly title: string;
  readonly detail: string | null;
}

type Data = Readonly<Record<string, unknown>>;

const text = (data: Data, name: string): string => {
  const value = data[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const inner = (data: Data, name: string): Data => (data[name] ?? {}) as Data;
const money = (data: Data, name: string) => `¥${showMoney(text(data, name) || '0.00')}`;

/** What says most of an event which has no words of its own: what was written, found or decided in it. */
const telling = [
  'answer',
  'statement',
  'reason',
  'text',
  'summary',
  'opinion',
  'facts',
  'what',
  'ground',
  'how',
  'outcome',
];

/** What an event says in one line; a type this release does not know is shown by its name. */
export function useEventWords(): (entry: Pick<TimelineEntry, 'type' | 'data'>) => EventWords {
  const t = useText('events');
  const language = useLanguage();
  const named = (data: Data, name: string) => {
    const office = inner(inner(data, name), 'name');
    return text(office, language === 'en' ? 'en' : 'zh') || text(inner(data, name), 'name');
  };
  const option = (group: string, data: Data, name: string) => t(`common:${group}.${text(data, name)}`);
  const told = (data: Data) => {
    const said = telling.map((name) => text(data, name)).find((value) => value !== '') ?? '';
    return /^[a-z][A-Za-z\d]*$/.test(said) ? t(`acts:option.${said}`, { defaultValue: said }) : said;
  };
  const instalment = (data: Data) => {
    const which = t('detail.instalment', { number: text(data, 'instalment'), dueOn: text(data, 'dueOn') });
    return 'open' in data ? t('detail.instalmentOpen', { which, open: money(data, 'open') }) : which;
  };
  const details: Readonly<Record<string, (data: Data) => string>> = {
    ClaimLodged: (data) =>
      t('detail.ClaimLodged', { office: named(data, 'acceptingOffice'), total: money(data, 'total') }),
    SupplementRequested: (data) =>
      ((data['defects'] ?? []) as readonly Data[])
        .map((defect) => `${text(defect, 'item')}：${text(defect, 'what')}`)
        .join('；'),
    Resubmitted: (data) => text(data, 'statement'),
    FormallyAccepted: (data) => named(data, 'acceptingAuthority'),
    ClaimDeclined: (data) => `${option('declineGround', data, 'ground')}。${text(data, 'reason')}`,
    Transferred: (data) => t('detail.Transferred', { office: named(data, 'to'), ground: text(data, 'ground') }),
    MaterialsReceived: (data) => named(data, 'handlingAuthority'),
    MediatorAssigned: (data) => text(inner(data, 'mediator'), 'name'),
    RespondentReplied: (data) =>
      t('detail.RespondentReplied', { statement: text(data, 'statement'), admitted: money(data, 'admitted') }),
    MediationHeld: (data) => `${option('mediationOutcome', data, 'outcome')} · ${text(data, 'place')}`,
    SettlementAgreed: (data) =>
      t('detail.SettlementAgreed', {
        total: money(data, 'total'),
        count: ((data['instalments'] ?? []) as readonly unknown[]).length,
      }),
    InstalmentPaid: instalment,
    InstalmentMissed: instalment,
    InstalmentReopened: instalment,
    PaymentRecorded: (data) =>
      t('detail.PaymentRecorded', { amount: money(data, 'amount'), outstanding: money(data, 'outstanding') }),
    HandlingExtended: (data) =>
      t('detail.HandlingExtended', { days: text(data, 'totalDays'), reason: text(data, 'reason') }),
    ResultIssued: (data) => `${option('outcome', data, 'outcome')}。${text(data, 'summary')}`,
    ResultFedBack: (data) => `${option('recipient', data, 'to')} · ${text(data, 'how')}`,
    ClaimWithdrawn: (data) => text(data, 'reason'),
    HandlingTerminated: (data) => `${option('terminationGround', data, 'ground')}。${text(data, 'reason')}`,
    RungFired: (data) => text(inner(data, 'title'), language === 'en' ? 'en' : 'zh'),
  };
  return ({ type, data }) => {
    const title = t(`title.${type}`, { defaultValue: type });
    // What is kept from this reader as a whole: its mark stands where the data would.
    const mark: unknown = data;
    if (typeof mark === 'string') return { title, detail: mark };
    return { title, detail: (type in details ? details[type]!(data) : told(data)) || null };
  };
}
