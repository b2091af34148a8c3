import type { StreamName } from '@redress/event-store/port.js';

/** The work on a view is cut into so many parts, each with a checkpoint of its own and done by one worker at a time. */
export const SLOTS = 16;

export const allSlots: readonly number[] = Array.from({ length: SLOTS }, (_, slot) => slot);

/** FNV-1a over the UTF-16 units of the name. Never to be changed: checkpoints rest on it. */
export function slotOf(stream: StreamName): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stream.length; i++) hash = Math.imul(hash ^ stream.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SLOTS;
}
