import type { Command } from '@redress/cases/ip-fast-track/commands.js';
import type { IpEvent } from '@redress/cases/ip-fast-track/events.js';
import { ipFastTrack as domain } from '@redress/cases/ip-fast-track/kind.js';
import type { State } from '@redress/cases/ip-fast-track/state.js';
import type { CaseworkKind } from '../kernel/casework-kind.js';
import { accessOfLodging } from '../kernel/lodging.js';
import { completions } from './completions.js';

export const ipFastTrack: CaseworkKind<State, Command, IpEvent> = { domain, completions, accessOfNew: accessOfLodging };
