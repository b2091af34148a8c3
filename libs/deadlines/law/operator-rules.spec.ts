import { DataRefused } from '../checking/place.js';
import { parseLawDocument } from './law-document.js';
import { parseOperatorRules } from './operator-rules.js';
import { checkSuccession } from './succession.js';

const text = { zh: '运营者规则', en: 'operator policy' };
const ground = { code: 'negotiation', use: 'pause', title: text, needs: null, validFrom: '2026-01-01', validTo: null };
const rules = {
  format: 'operator-rules/1',
  caseKind: 'overduePayment',
  version: 2,
  label: text,
  grounds: [ground, { ...ground, use: 'termination' }],
  dispatchObjectionDays: 2,
  supplementDays: null,
};

function faultsOf(changes: object): readonly string[] {
  try {
    parseOperatorRules({ ...rules, ...changes });
    return [];
  } catch (error) {
    if (!(error instanceof DataRefused)) throw error;
    return error.faults.map(({ place }) => place);
  }
}

test('what the operator sets is read as it stands', () => {
  const { format: _, ...read } = rules;
  expect(parseOperatorRules(rules)).toEqual(read);
  expect(parseLawDocument(rules, [])).toEqual({ kind: 'operatorRules', id: 'overduePayment', rules: read });
});

test('every fault is named with its place', () => {
  expect(faultsOf({ caseKind: 'petition' })).toEqual(['caseKind']);
  expect(faultsOf({ dispatchObjectionDays: 0, supplementDays: 1.5, lapse: true })).toEqual([
    ...['lapse', 'dispatchObjectionDays', 'supplementDays'],
  ]);
  expect(faultsOf({ grounds: [ground, ground] })).toEqual(['grounds[1].code']);
  expect(faultsOf({ grounds: [{ ...ground, code: '协商', use: 'joke', validTo: '2025-01-01' }] })).toEqual([
    ...['grounds[0].code', 'grounds[0].use', 'grounds[0].validTo'],
  ]);
  expect(faultsOf({ label: { zh: '规则' } })).toEqual(['label.en']);
});

test('a version follows the one in force', () => {
  const [before, after] = [1, 2].map((version) => parseLawDocument({ ...rules, version }, []));
  expect(() => checkSuccession(after!, before!, '2026-11-23' as never)).not.toThrow();
  expect(() => checkSuccession(before!, after!, '2026-11-23' as never)).toThrow('does not follow version 2');
  expect(() => checkSuccession(before!, null, '2026-11-23' as never)).not.toThrow();
});
