import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ReadLog } from '@redress/access/read-log.js';
import { Sessions } from '@redress/access/sessions.js';
import { EVENT_STORE, LAW, OFFICES, PRIVACY, SERVER_CLOCK } from '@redress/casework/kernel/tokens.js';
import { LawDirectory } from '@redress/casework/reference/law-directory.js';
import type { Parts } from '@redress/casework/kernel/parts.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';

export const POOL = Symbol('Pool');
export const LOGGER = Symbol('Logger');
export const SETTINGS = Symbol('Settings');

/** What the process was started with. */
export interface ApiSettings {
  /** Offer the demonstration accounts at the sign-in. */
  readonly demonstration: boolean;
  /** Folder of the built web app; null serves the API alone. */
  readonly webRoot: string | null;
  /** File of the key which signs the tree's heads; absent where none are signed, and no receipts given. */
  readonly treeKeyPath?: string;
}

export interface Foundation extends Parts {
  readonly settings: ApiSettings;
}

/** The database, the store, the clock and the directories read from the log, one of each a process. */
@Global()
@Module({})
export class FoundationModule {
  static with({ pool, store, clock, privacy, logger, settings }: Foundation): DynamicModule {
    const providers = [
      { provide: POOL, useValue: pool },
      { provide: LOGGER, useValue: logger },
      { provide: SETTINGS, useValue: settings },
      { provide: EVENT_STORE, useValue: store },
      { provide: SERVER_CLOCK, useValue: clock },
      { provide: PRIVACY, useValue: privacy },
      { provide: OFFICES, useValue: new OfficeDirectory(store) },
      { provide: LAW, useValue: new LawDirectory(store) },
      { provide: Sessions, useValue: new Sessions(pool) },
      { provide: ReadLog, useValue: new ReadLog(pool) },
    ];
    return { module: FoundationModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
