import { createHash } from 'node:crypto';
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
  const bytes = createHash('sha256').update(canonicalJson(names)).digest().subarray(0, 16);
  bytes.writeUIntBE(time, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** SHA-256 (hex) of a command's canonical body. @throws InvalidEventError where the body is not plain JSON */
export function commandHash(body: unknown): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}
