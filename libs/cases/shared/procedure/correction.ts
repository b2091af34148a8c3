import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Circumstances } from '../case-kind.js';
import { accept, refuse } from '../decision.js';
import type { ProcedureBody } from './commands.js';
import type { EventOnFile } from './on-file.js';
import { occurredAt } from './state.js';
import { boundsOf } from './steps.js';
import { beside, type ProcedureOutcome, type ProcedureView, type Rules } from './rule.js';

/** Nothing recorded is changed: the correction stands beside it, with both readings, and the clocks count by the new one. */
export const correctionRules: Rules<'correctFact'> = {
  correctFact: {
    earliest: beside,
    decide: (body, view, at) => {
      const event = view.procedure.events.find(({ id }) => id === body.event);
      if (!event) return refuse({ code: 'noSuchEvent', field: 'event' });
      if (event.type === 'FactCorrected') return refuse({ code: 'notCorrectable', field: 'event' });
      return body.field === occurredAt ? correctDay(body, event, view, at) : correctText(body, event, view);
    },
  },
};

function correctDay(
  { is, reason }: ProcedureBody<'correctFact'>,
  event: EventOnFile,
  { procedure, lodgedOn }: ProcedureView,
  { today }: Circumstances,
): ProcedureOutcome {
  const { since, until } = boundsOf(procedure, event, lodgedOn);
  if (!isDay(is)) return refuse({ code: 'notADay', field: 'is' });
  if (is > today) return refuse({ code: 'dateInFuture', field: 'is' });
  if (since !== null && is < since) return refuse({ code: 'beforePreviousStep', field: 'is', params: { since } });
  if (until !== null && is > until) return refuse({ code: 'afterNextStep', field: 'is', params: { until } });
  if (is === event.on) return refuse({ code: 'readsSoAlready', field: 'is' });
  return accept(dayCorrected(event, is, reason));
}

/** The day of an event reads as this PlainDate, counted from its beginning: the hour of a corrected fact is not known. */
export function dayCorrected({ id, revision, type, on: was }: EventOnFile, is: string, reason: string) {
  const instant = `${is}T00:00:00+08:00`;
  return {
    type: 'FactCorrected',
    data: { event: id, revision, eventType: type, field: occurredAt, was, is, occurredAt: instant, reason },
  } as const;
}

function correctText(
  { field, was, is, reason }: ProcedureBody<'correctFact'>,
  event: EventOnFile,
  { procedure, faultOfReading }: ProcedureView,
): ProcedureOutcome {
  const { id, revision, type } = event;
  const corrected = procedure.corrections.filter((one) => one.event === id && one.field === field).at(-1);
  const reads = corrected?.is ?? was;
  const fault = faultOfReading(event, field, is);
  if (reads === null || fault?.code === 'notCorrectable') return refuse({ code: 'notCorrectable', field: 'field' });
  if (fault) return refuse({ ...fault, field: 'is' });
  // Clocks count from the days that stand in facts.
  if (isDay(reads) && !isDay(is)) return refuse({ code: 'notADay', field: 'is' });
  if (is === reads) return refuse({ code: 'readsSoAlready', field: 'is' });
  return accept({
    type: 'FactCorrected',
    data: { event: id, revision, eventType: type, field, was: reads, is, reason },
  });
}

/** A correction comes as text: a day that is none would stop every clock of the case. */
function isDay(text: string): boolean {
  return isPlainDate(text) && text >= '1949-10-01';
}
