import type { Upcasters } from '../shared/upcast.js';

export const upcasters: Upcasters = {
  // Until schema 2 a supplement was asked for without a day, and not said to arise from anything.
  SupplementRequested: { 1: (data) => ({ ...data, dueOn: null, arisenFrom: null }) },
};
