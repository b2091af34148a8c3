import { placeOf } from './places.js';

describe('the navigation', () => {
  it.each([
    ['supervisor', '/debtors/x', 'statistics'],
    ['supervisor', '/law-moves', 'escalations'],
    ['supervisor', '/board/cases', 'board'],
    ['supervisor', '/cases/OP-1', 'worklist'],
    ['supervisor', '/cases/OP-1/audit', 'audit'],
    ['handlingOfficer', '/debtors', 'debtors'],
    ['handlingOfficer', '/parties', 'debtors'],
    ['mediator', '/cases/OP-1', 'worklist'],
    ['sme', '/cases/OP-1', 'cases'],
    ['sme', '/accessibility', null],
  ] as const)('of a %s marks for %s: %s', (role, path, place) => {
    expect(placeOf(role, path)).toBe(place);
  });
});
