import { Place } from '../checking/place.js';
import { type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';
import { knownEvents } from './known-events.js';

export const groundUses = ['termination', 'nonAcceptance', 'pause'] as const;
export type GroundUse = (typeof groundUses)[number];

/** On what an act may rest by the operator's own rules: it is policy, no article, and shown as such. */
export interface OperatorsGround {
  readonly code: string;
  /** What it may be used for: ending the handling, not accepting the case, or letting the handling pause. */
  readonly use: GroundUse;
  readonly title: Text;
  /** A fact which must be on the file first, by the kind's own word for it; null where it needs none. */
  readonly needs: string | null;
  /** Both days included; `validTo` null while it is in force. */
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** What the operator of the platform sets for one kind of case where no law says it. */
export interface OperatorRules {
  readonly caseKind: string;
  readonly version: number;
  readonly label: Text;
  readonly grounds: readonly OperatorsGround[];
  /** Working days after a dispatch in which it may be objected to (派单异议); null: without limit. */
  readonly dispatchObjectionDays: number | null;
  /** Working days in which a supplement is to be supplied, after which the case may lapse; null: nothing lapses. */
  readonly supplementDays: number | null;
}

/** The rules, or a `DataRefused` naming every fault with its place. */
export function parseOperatorRules(json: unknown): OperatorRules {
  const root = Place.root(json).onlyFields(
    ...['format', 'caseKind', 'version', 'label', 'grounds', 'dispatchObjectionDays', 'supplementDays'],
  );
  root.field('format').oneOf('operator-rules/1');
  const days = (name: string) => root.optional(name, (place) => place.integer(1, 366));
  const [first = '', ...others] = Object.keys(knownEvents);
  const rules: OperatorRules = {
    caseKind: root.field('caseKind').oneOf(first, ...others),
    version: root.field('version').integer(1, 9999),
    label: root.field('label').text(),
    grounds: root.field('grounds').items().map(readGround),
    dispatchObjectionDays: days('dispatchObjectionDays'),
    supplementDays: days('supplementDays'),
  };
  rules.grounds.forEach((ground, at) => {
    const same = rules.grounds.findIndex(({ code, use }) => code === ground.code && use === ground.use);
    if (same < at) root.field(`grounds[${at}].code`).fault(`"${ground.code}" is there twice`);
  });
  root.refuseIfFaulty(`the operator's rules of ${rules.caseKind}`);
  return rules;
}

function readGround(place: Place): OperatorsGround {
  place.onlyFields('code', 'use', 'title', 'needs', 'validFrom', 'validTo');
  const code = place.field('code').string();
  if (!/^[a-z][A-Za-z0-9]{0,63}$/.test(code)) place.field('code').fault('a word of letters and digits is expected');
  const ground: OperatorsGround = {
    code,
    use: place.field('use').oneOf(...groundUses),
    title: place.field('title').text(),
    needs: place.optional('needs', (of) => of.string()),
    validFrom: place.field('validFrom').date(),
    validTo: place.optional('validTo', (of) => of.date()),
  };
  if (ground.validTo !== null && ground.validTo < ground.validFrom)
    place.field('validTo').fault(`${ground.validTo} lies before ${ground.validFrom}`);
  return ground;
}
