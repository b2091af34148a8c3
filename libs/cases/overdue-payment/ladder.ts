import type { File, Reply } from './file.js';

/**
 * Why a supervisory order must be issued (Order 802, Art. 25¶3): no answer by the day it was demanded for, or one found
 * improper. Null while it need not: nothing was demanded, the term runs, or a proper answer is there, late or not.
 */
export function groundOfOrder(file: File, on: string): 'noAnswer' | 'improperAnswer' | null {
  const { demand } = file.ladder;
  if (demand === null) return null;
  const answers = answersSince(file, demand.on, on);
  if (answers.some(isProper)) return null;
  if (answers.at(-1)?.proper === false) return 'improperAnswer';
  if (on <= demand.dueOn) return null;
  return answersSince(file, demand.on, demand.dueOn).length === 0 ? 'noAnswer' : null;
}

/** The law says must: owed as long as there is its ground and no order since the demand. */
export function owesOrder(file: File, on: string): boolean {
  const { demand, order } = file.ladder;
  return groundOfOrder(file, on) !== null && (order === null || (demand !== null && order.on < demand.on));
}

/** 仍拒不配合: no answer within the order's term either, or again an improper one; not once the demand was answered properly. */
export function stillRefuses(file: File, on: string): boolean {
  const { order, demand } = file.ladder;
  if (order === null) return false;
  const asked = demand !== null && demand.on < order.on ? demand.on : order.on;
  if (answersSince(file, asked, on).some(isProper)) return false;
  const last = file.replies
    .filter((reply, i) => reply.on <= on && (reply.on > order.on || (reply.on === order.on && i >= order.answers)))
    .at(-1);
  return last ? last.proper === false : on > order.dueOn;
}

function isProper({ proper }: Reply): boolean {
  return proper === true;
}

function answersSince({ replies }: File, from: string, to: string): readonly Reply[] {
  return replies.filter((reply) => reply.on >= from && reply.on <= to);
}
