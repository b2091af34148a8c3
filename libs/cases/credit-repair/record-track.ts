import { tracksOf, type Tracks, type TrackStep } from '../shared/track.js';

/** What becomes of the record itself, beside the request: published, annulled, revoked, removed. */
export interface RecordShapes {
  PenaltyDecided: { number: string; crossProvince: boolean };
  PenaltyPublished: { where: string };
  PenaltyAnnulled: { document: string };
  RecordWithdrawn: { where: string };
  RevocationNotified: { document: string };
  RecordDeleted: { where: string };
  RepairProofReceived: { document: string };
  RecordRemoved: { where: string };
}

export interface RecordBodies {
  recordPenalty: { number: string };
  publishPenalty: RecordShapes['PenaltyPublished'];
  annulPenalty: RecordShapes['PenaltyAnnulled'];
  withdrawRecord: RecordShapes['RecordWithdrawn'];
  notifyRevocation: RecordShapes['RevocationNotified'];
  deleteRecord: RecordShapes['RecordDeleted'];
  receiveRepairProof: RecordShapes['RepairProofReceived'];
  removeRecord: RecordShapes['RecordRemoved'];
}

export type RecordCommandName = keyof RecordBodies;
export type RecordTrack = 'publication' | 'annulment' | 'revocation' | 'removal';

/** 市场监督管理行政处罚信息公示规定; 上海市社会信用条例 Art. 37 (basis revoked) and 38 (written proof of the repair). */
export const recordSteps = {
  recordPenalty: { track: 'publication', event: 'PenaltyDecided', from: ['none'], to: 'decided' },
  publishPenalty: { track: 'publication', event: 'PenaltyPublished', from: ['decided'], to: 'published' },
  annulPenalty: { track: 'annulment', event: 'PenaltyAnnulled', from: ['none'], to: 'annulled' },
  withdrawRecord: { track: 'annulment', event: 'RecordWithdrawn', from: ['annulled'], to: 'withdrawn' },
  notifyRevocation: { track: 'revocation', event: 'RevocationNotified', from: ['none'], to: 'notified' },
  deleteRecord: { track: 'revocation', event: 'RecordDeleted', from: ['notified'], to: 'deleted' },
  receiveRepairProof: { track: 'removal', event: 'RepairProofReceived', from: ['none'], to: 'proved' },
  removeRecord: { track: 'removal', event: 'RecordRemoved', from: ['proved'], to: 'removed' },
} as const satisfies Readonly<Record<RecordCommandName, TrackStep & { track: RecordTrack; event: keyof RecordShapes }>>;

export const recordCommands = Object.keys(recordSteps) as readonly RecordCommandName[];

export function isRecordCommand(name: string): name is RecordCommandName {
  return name in recordSteps;
}

export type RecordTracks = Tracks<RecordTrack>;
export const { advanced, inOrder, redated } = tracksOf<RecordCommandName, RecordTrack>(recordSteps);
