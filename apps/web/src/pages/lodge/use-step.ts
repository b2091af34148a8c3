import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { send } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { remember } from '../../api/queries.js';
import type { Fault } from '../../kit/form.js';
import { useProblemText } from '../../kit/states.js';

/** Where a field stands that the server names: on which page, and under which path there. */
export interface PlaceOfField {
  readonly step: string;
  readonly path: string;
}

export const lastStep = 'check';

interface Of {
  readonly step: string;
  readonly placeOf: (field: string) => PlaceOfField;
  /** What the server refused, or the whole form was found wrong in; known to all pages. */
  readonly refused: readonly Fault[];
  readonly setRefused: (faults: readonly Fault[]) => void;
}

interface Lodged {
  readonly path: string;
  readonly body: unknown;
  readonly commandId: string;
  /** After the receipt: the draft goes. */
  readonly done: () => void;
}

/** One page of a form laid over several: what is wrong on it, how often it was tried, and at the last one the one sending. */
export function useStep({ step, placeOf, refused, setRefused }: Of) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [found, setFound] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  // State is too late for the second of two clicks in one frame.
  const sending = useRef(false);
  const isHere = ({ field }: Fault) => placeOf(field).step === step;
  const faults = [...found, ...refused.filter(isHere)].map((fault) => ({ ...fault, field: placeOf(fault.field).path }));
  const elsewhere =
    step === lastStep
      ? refused
          .filter((fault) => !isHere(fault))
          .map(({ field, message }) => ({ step: placeOf(field).step, field, message }))
      : [];

  // Coming from the summary of the last page: the summary of this page says where to look.
  const arrived = faults.length > 0;
  useEffect(() => {
    if (arrived) setAttempt((count) => Math.max(count, 1));
  }, [arrived]);

  const fail = (next: readonly Fault[]) => {
    setFound(next);
    setAttempt((count) => count + 1);
  };
  const failOverall = (faulty: readonly Fault[]) => {
    setRefused(faulty);
    fail([]);
  };
  const lodge = async ({ path, body, commandId, done }: Lodged) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      const answer = await send(path, body, commandId);
      remember(answer.position);
      done();
      await queries.invalidateQueries({ queryKey: ['cases'] });
      await navigate({ to: '/cases/$caseId/receipt', params: { caseId: answer.caseId } });
    } catch (cause) {
      if (cause instanceof Problem && cause.errors.length > 0) failOverall(cause.errors);
      else fail([{ field: '', message: problemText(cause) }]);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return {
    step,
    faults,
    elsewhere,
    attempt,
    busy,
    /** The page as a whole is judged anew: what was refused on it is no longer known. */
    begin: () => {
      setFound([]);
      setRefused(refused.filter((fault) => !isHere(fault)));
    },
    fail,
    failOverall,
    /** A field was changed: what was wrong in it may be right now. */
    forget: (path: string) => {
      setFound(found.filter(({ field }) => field !== path));
      setRefused(refused.filter(({ field }) => placeOf(field).path !== path));
    },
    lodge,
  };
}
