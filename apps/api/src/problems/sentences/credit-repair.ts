import type { creditRepairRefusals } from '@redress/cases/shared/refusals/credit-repair.js';
import type { Sentence } from './sentence.js';

export const creditRepairSentences: Readonly<Record<(typeof creditRepairRefusals)[number], Sentence>> = {};

/** Statuses and commands of the kind in words. */
export const creditRepairWords: Readonly<Record<string, Sentence>> = {};
