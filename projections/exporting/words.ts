import { shanghaiDistricts } from '@redress/organisation/districts.js';
import type { Standing } from '../law-in-force/standing.js';
import type { Words } from './export-table.js';

/** Division codes; the empty text for an office of the whole city. */
export const districtTitles: Words = { ...shanghaiDistricts, '': { zh: '市级', en: 'City' } };

export const levelTitles: Words = {
  street: { zh: '街镇', en: 'Street' },
  district: { zh: '区', en: 'District' },
  city: { zh: '市', en: 'City' },
  jointConference: { zh: '联席会议', en: 'Joint conference' },
};

export const standingTitles: Readonly<Record<Standing, { readonly zh: string; readonly en: string }>> = {
  running: { zh: '计时中', en: 'Running' },
  dueSoon: { zh: '即将到期', en: 'Due soon' },
  paused: { zh: '已暂停', en: 'Paused' },
  late: { zh: '逾期', en: 'Late' },
  met: { zh: '按期完成', en: 'Met' },
  metLate: { zh: '逾期完成', en: 'Met late' },
  ended: { zh: '已终结', en: 'Ended' },
  endedLate: { zh: '逾期终结', en: 'Ended late' },
  cannotTell: { zh: '无法判断', en: 'Cannot tell' },
};
