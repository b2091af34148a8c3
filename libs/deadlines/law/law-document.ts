import { type Calendar, parseCalendar } from '../calendar/calendar.js';
import { Place } from '../checking/place.js';
import { type LprSeries, parseLprSeries } from '../interest/lpr-series.js';
import { parsePolicy } from '../ladder/check-policy.js';
import { type EscalationPolicy } from '../ladder/escalation-policy.js';
import { checkBeside, parseLawPack } from './check-law-pack.js';
import { knownEvents } from './known-events.js';
import { type LawPack } from './law-pack.js';
import { type OperatorRules, parseOperatorRules } from './operator-rules.js';
import { parseWarningRules, type WarningRules } from '../warnings/warning-rules.js';

/** A data file of the law, told by its `format`, checked. */
export type LawDocument =
  | { readonly kind: 'calendar'; readonly id: string; readonly calendar: Calendar }
  | { readonly kind: 'lpr'; readonly id: string; readonly series: LprSeries }
  | { readonly kind: 'lawPack'; readonly id: string; readonly pack: LawPack }
  | { readonly kind: 'policy'; readonly id: string; readonly policy: EscalationPolicy }
  | { readonly kind: 'operatorRules'; readonly id: string; readonly rules: OperatorRules }
  | { readonly kind: 'warningRules'; readonly id: string; readonly warnings: WarningRules };

/**
 * The document, or a `DataRefused` naming every fault with its place.
 *
 * @param packs the packs beside it: a pack may not overlap with them, a policy climbs their clocks. A pack replaces the one
 *   of its own id.
 */
export function parseLawDocument(json: unknown, packs: readonly LawPack[]): LawDocument {
  const root = Place.root(json);
  const format = root
    .field('format')
    .oneOf(
      ...([
        'calendar-cn/1',
        'lpr-1y/1',
        'law-pack/1',
        'escalation-policy/1',
        'escalation-policy/2',
        'operator-rules/1',
        'debtor-warnings/1',
      ] as const),
    );
  root.refuseIfFaulty('the document');
  switch (format) {
    case 'calendar-cn/1': {
      const calendar = parseCalendar(json);
      return { kind: 'calendar', id: calendar.jurisdiction, calendar };
    }
    case 'lpr-1y/1':
      return { kind: 'lpr', id: root.field('jurisdiction').string(), series: parseLprSeries(json) };
    case 'law-pack/1': {
      const pack = parseLawPack(json, knownEvents);
      checkBeside(
        pack,
        packs.filter((other) => other.id !== pack.id),
      );
      return { kind: 'lawPack', id: pack.id, pack };
    }
    case 'escalation-policy/1':
    case 'escalation-policy/2': {
      const policy = parsePolicy(json, packs);
      return { kind: 'policy', id: policy.id, policy };
    }
    case 'operator-rules/1': {
      const rules = parseOperatorRules(json);
      return { kind: 'operatorRules', id: rules.caseKind, rules };
    }
    case 'debtor-warnings/1': {
      const warnings = parseWarningRules(json);
      return { kind: 'warningRules', id: warnings.id, warnings };
    }
  }
}
