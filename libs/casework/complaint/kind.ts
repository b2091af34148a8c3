import type { Command } from '@redress/cases/complaint/commands.js';
import type { ComplaintEvent } from '@redress/cases/complaint/events.js';
import { complaint as domain } from '@redress/cases/complaint/kind.js';
import type { State } from '@redress/cases/complaint/state.js';
import type { CaseworkKind } from '../kernel/casework-kind.js';
import { accessOfLodging } from '../kernel/lodging.js';
import { completions } from './completions.js';

export const complaint: CaseworkKind<State, Command, ComplaintEvent> = {
  domain,
  completions,
  accessOfNew: accessOfLodging,
};
