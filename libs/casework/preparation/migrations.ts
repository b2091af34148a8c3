import { CreateAccess1795305600200 } from '@redress/access/migrations/create-access.js';
import { WidenRoles1795399200000 } from '@redress/access/migrations/widen-roles.js';
import { AppendInGroups1795383000000 } from '@redress/event-store/migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '@redress/event-store/migrations/append-one-event.js';
import { CreateNotices1795430000000 } from '@redress/notices/migrations/create-notices.js';
import { KeepWays1795437000000 } from '@redress/notices/migrations/keep-ways.js';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import { CreateTree1795390000000 } from '@redress/event-store/proof/migrations/create-tree.js';
import type { Migration } from '@redress/platform/migrate.js';
import { CreatePrivacy1795400000000 } from '@redress/privacy/migrations/create-privacy.js';
import { TakeKeys1795415000000 } from '@redress/privacy/migrations/take-keys.js';
import { CreateProcessing1763710000000 } from '@redress/processing/migrations/create-processing.js';
import { FoldFromLog1795427000000 } from '@redress/processing/migrations/fold-from-log.js';
import { HoldBackTimers1795435000000 } from '@redress/processing/migrations/hold-back-timers.js';
import { WorkInSlots1795405000000 } from '@redress/processing/migrations/work-in-slots.js';
import { TimeParked1795436000000 } from '@redress/processing/migrations/time-parked.js';
import { WatchClock1795425000000 } from '@redress/processing/migrations/watch-clock.js';
import { CreateFollowers1795420000000 } from '../linking/migrations/create-followers.js';

/** The tables of truth, in the one order in which they are made. */
export const migrations: readonly Migration[] = [
  CreateEventStore1763700000000,
  CreateProcessing1763710000000,
  CreateAccess1795305600200,
  AppendInGroups1795383000000,
  CreateTree1795390000000,
  WidenRoles1795399200000,
  CreatePrivacy1795400000000,
  WorkInSlots1795405000000,
  AppendOneEvent1795410000000,
  TakeKeys1795415000000,
  CreateFollowers1795420000000,
  WatchClock1795425000000,
  FoldFromLog1795427000000,
  CreateNotices1795430000000,
  HoldBackTimers1795435000000,
  TimeParked1795436000000,
  KeepWays1795437000000,
];
