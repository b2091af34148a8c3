import type { ipFastTrackRefusals } from '@redress/cases/shared/refusals/ip-fast-track.js';
import type { Sentence } from './sentence.js';

export const ipFastTrackSentences: Readonly<Record<(typeof ipFastTrackRefusals)[number], Sentence>> = {};

/** Statuses and commands of the kind in words. */
export const ipFastTrackWords: Readonly<Record<string, Sentence>> = {};
