import assert from 'node:assert/strict';
import type { EventStore } from '../port.js';
import type { ContractAdapter, Property } from './property.js';

/** Each member of the port, with the parameters which a caller must give. */
const port: Readonly<Record<Exclude<keyof EventStore, 'gapless'>, number>> = {
  append: 3,
  readStream: 1,
  readAll: 1,
  head: 0,
  subscribe: 1,
  waitFor: 2,
  onAppended: 1,
  close: 0,
};

export function surfaceProperties({ store, gapless, plans }: ContractAdapter): Property[] {
  return [
    {
      number: 73,
      name: 'offers what the port offers, with its parameters',
      run: async () => {
        assert.equal(store().gapless, gapless);
        for (const [name, parameters] of Object.entries(port)) {
          const member: unknown = Reflect.get(store(), name);
          assert.ok(typeof member === 'function', name);
          assert.equal(member.length, parameters, name);
        }
        await Promise.resolve();
      },
    },
    {
      number: 74,
      name: 'reads a stream, the log, categories and heads by their indexes, in order, before the tables were analysed',
      cannot: plans === null ? 'no planner chooses how to read' : undefined,
      run: async () => {
        for (const { plan, index } of await plans!()) {
          assert.match(plan, new RegExp(`Index (Only )?Scan.* using ${index}`));
          assert.doesNotMatch(plan, /Seq Scan|Bitmap/);
        }
      },
    },
  ];
}
