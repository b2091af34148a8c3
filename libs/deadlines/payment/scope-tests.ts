import { type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';

/** What decides whether an instrument covers a debt. Sizes are those of the day on which the contract was made (Art 3). */
export interface Parties {
  readonly contractDate: PlainDate;
  readonly creditor: {
    /** Micro enterprises included. */
    readonly sme: boolean;
    /** 民营经济组织: controlled by Chinese citizens, individual businesses included (Private Economy Promotion Law Art 77). */
    readonly privateOrganisation: boolean;
  };
  readonly debtor: {
    readonly publicBody: boolean;
    readonly largeFirm: boolean;
    /** 国有企业 of any size. */
    readonly stateOwned: boolean;
  };
}

export interface Scope {
  readonly covered: boolean;
  readonly reason: Text;
}

/** Two tests which a debt may meet both, one or none of; a choice of the platform, over confirmed articles. */
export interface Scopes {
  /** Orders 728 and 802: the only one that opens the complaint channel, its clocks and the interest of Art 17. */
  readonly is802: Scope;
  /** Private Economy Promotion Law Art 67, from 2025-05-20: leads to negotiation, mediation, audit or court alone. */
  readonly isPEPL67: Scope;
}

const REGULATION = '2020-09-01';
const PROMOTION_LAW = '2025-05-20';

/** @param on the day on which the question is put: a law not in force on it covers nothing */
export function scopesOf({ contractDate, creditor, debtor }: Parties, on: PlainDate): Scopes {
  const buyer = debtor.publicBody || debtor.largeFirm;
  const stateBuyer = debtor.publicBody || debtor.stateOwned;
  return {
    is802: judged(on >= REGULATION, creditor.sme && buyer, [
      [!creditor.sme, NOT_SME],
      [!buyer, NOT_802_BUYER],
      [contractDate < REGULATION, OLDER_CONTRACT],
    ]),
    isPEPL67: judged(on >= PROMOTION_LAW, creditor.privateOrganisation && stateBuyer, [
      [!creditor.privateOrganisation, NOT_PRIVATE],
      [!stateBuyer, NOT_STATE_BUYER],
    ]),
  };
}

function judged(inForce: boolean, met: boolean, grounds: readonly (readonly [boolean, Text])[]): Scope {
  if (!inForce) return { covered: false, reason: NOT_IN_FORCE };
  const found = grounds.filter(([holds]) => holds).map(([, text]) => text);
  const reasons = found.length === 0 ? [MET] : found;
  return {
    covered: met,
    reason: { zh: reasons.map(({ zh }) => zh).join('；'), en: reasons.map(({ en }) => en).join('; ') },
  };
}

const MET: Text = { zh: '双方均符合', en: 'both parties are of the kind named' };
const NOT_IN_FORCE: Text = { zh: '当时尚未施行', en: 'it was not in force' };
const NOT_SME: Text = {
  zh: '债权人在合同订立时不是中小企业',
  en: 'the creditor was no SME when the contract was made',
};
const NOT_802_BUYER: Text = {
  zh: '债务人不是机关、事业单位或者大型企业',
  en: 'the debtor is neither a body nor a large firm',
};
const NOT_PRIVATE: Text = { zh: '债权人不是民营经济组织', en: 'the creditor is no private organisation' };
const NOT_STATE_BUYER: Text = {
  zh: '债务人不是国家机关、事业单位或者国有企业',
  en: 'the debtor is neither a body nor a state-owned firm',
};
const OLDER_CONTRACT: Text = {
  zh: '合同订立于2020年9月1日之前：是否适用裁判不一，两种口径并列',
  en: 'the contract is older than the Regulation: courts differ, both scopes are shown',
};
