import { CreateAccess1795305600200 } from '@redress/access/migrations/create-access.js';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import type { Migration } from '@redress/platform/migrate.js';
import { CreateProcessing1763710000000 } from '@redress/processing/migrations/create-processing.js';

/** The tables of truth, in the one order in which they are made. */
export const migrations: readonly Migration[] = [
  CreateEventStore1763700000000,
  CreateProcessing1763710000000,
  CreateAccess1795305600200,
];
