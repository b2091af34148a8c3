import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { caseId, commandHash, commandTime, derivedId, eventId } from './identity.js';

const COMMAND = '019b76da-a800-7abc-8def-0123456789ab';

describe('Derived ids (invariant 4)', () => {
  it('are UUIDv8 with the time of the command in front', () => {
    const id = caseId('sme-1', COMMAND);
    expect(id).toMatch(/^019b76da-a800-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Date(commandTime(id)).toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('are functions of the command: the same command names the same case and events', () => {
    expect(caseId('sme-1', COMMAND)).toBe(caseId('sme-1', COMMAND));
    expect(eventId('case-1', COMMAND, 0)).toBe(eventId('case-1', COMMAND, 0));
  });

  it('differ by actor, stream, command and ordinal', () => {
    const other = COMMAND.replace('ab', 'ac');
    const ids = [
      caseId('sme-1', COMMAND),
      caseId('sme-2', COMMAND),
      caseId('sme-1', other),
      eventId('case-1', COMMAND, 0),
      eventId('case-1', COMMAND, 1),
      eventId('case-1', COMMAND, 10),
      eventId('case-2', COMMAND, 0),
      eventId('case-1', other, 0),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('do not run their names together', () => {
    expect(derivedId(0, ['ab', 'c'])).not.toBe(derivedId(0, ['a', 'bc']));
  });

  it('are the bytes of RFC 9562, section 5.8: 48 bits of time, version 8, variant 2, all others of the SHA-256', () => {
    const time = fc.nat(2 ** 48 - 1);
    fc.assert(
      fc.property(time, fc.array(fc.string()), (ms, names) => {
        const bytes = createHash('sha256').update(JSON.stringify(names)).digest().subarray(0, 16);
        bytes.writeUIntBE(ms, 0, 6);
        bytes[6] = (bytes[6]! & 0x0f) | 0x80;
        bytes[8] = (bytes[8]! & 0x3f) | 0x80;
        expect(derivedId(ms, names).replaceAll('-', '')).toBe(bytes.toString('hex'));
      }),
    );
    for (const none of [-1, 2 ** 48, 0.5, Number.NaN]) expect(() => derivedId(none, [])).toThrow(RangeError);
  });

  it('carry no time where the command id has none', () => {
    expect(commandTime('7f0c3b8e-1d2a-4f6b-9c3d-0123456789ab')).toBe(0);
    expect(caseId('sme-1', '7f0c3b8e-1d2a-4f6b-9c3d-0123456789ab')).toMatch(/^00000000-0000-8/);
  });

  it('stay what they are: stored ids depend on them', () => {
    expect(derivedId(0x019b76daa800, ['event', 'case-1', COMMAND, '0'])).toBe(eventId('case-1', COMMAND, 0));
    expect(eventId('case-1', COMMAND, 0)).toMatchInlineSnapshot(`"019b76da-a800-8f38-968e-884a190d83ec"`);
  });
});

describe('The hash of a command', () => {
  it('does not depend on the order of members and does on every value', () => {
    expect(commandHash({ a: 1, b: '2' })).toBe(commandHash({ b: '2', a: 1 }));
    expect(commandHash({ a: 1, b: '2' })).not.toBe(commandHash({ a: 1, b: 2 }));
  });
});
