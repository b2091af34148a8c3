import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { StreamName } from './port.js';

/**
 * Ids which a command gives rise to are functions of it (invariant 4), so that a command sent twice names the same
 * case and the same events. They are UUIDv8: the command's time in front, then bits of a SHA-256.
 */
export function caseId(actorId: string, commandId: string): string {
  return derivedId(commandTime(commandId), ['case', actorId, commandId]);
}

/** The id of the n-th event (`ordinal`, from 0) which a command appends to a stream. */
export function eventId(stream: StreamName, commandId: string, ordinal: number): string {
  return derivedId(commandTime(commandId), ['event', stream, commandId, String(ordinal)]);
}

/**
 * The time a command id carries in its first 48 bits, in milliseconds since 1970: that of UUIDv7, and of the UUIDv8
 * made here. Any other id carries none and gives 0: a time taken from elsewhere would differ when the command is sent
 * again, and with it the ids.
 */
export function commandTime(commandId: string): number {
  const version = commandId[14];
  return version === '7' || version === '8' ? Number.parseInt(commandId.slice(0, 8) + commandId.slice(9, 13), 16) : 0;
}

/** A UUIDv8 of a time (milliseconds since 1970, 48 bits) and the names it is derived from. Equal input, equal id. */
export function derivedId(time: number, names: readonly string[]): string {
  if (!Number.isInteger(time) || time < 0 || time >= 2 ** 48) throw new RangeError(`${time} is no time of an id`);
  const bits = hash('sha256', canonicalJson(names));
  const front = time.toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(bits[16]!, 16) & 3]!;
  return `${front.slice(0, 8)}-${front.slice(8)}-8${bits.slice(13, 16)}-${variant}${bits.slice(17, 20)}-${bits.slice(20, 32)}`;
}

/** SHA-256 (hex) of a command's canonical body. @throws InvalidEventError where the body is not plain JSON */
export function commandHash(body: unknown): string {
  return hash('sha256', canonicalJson(body));
}
