import type { complaintRefusals } from '@redress/cases/shared/refusals/complaint.js';
import type { Sentence } from './sentence.js';

export const complaintSentences: Readonly<Record<(typeof complaintRefusals)[number], Sentence>> = {};

/** Statuses and commands of the kind in words. */
export const complaintWords: Readonly<Record<string, Sentence>> = {};
