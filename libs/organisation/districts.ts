import type { Bilingual } from './office.js';

/** The sixteen districts of Shanghai by administrative division code (GB/T 2260). */
export const shanghaiDistricts: Readonly<Record<string, Bilingual>> = {
  '310101': { zh: '黄浦区', en: 'Huangpu District' },
  '310104': { zh: '徐汇区', en: 'Xuhui District' },
  '310105': { zh: '长宁区', en: 'Changning District' },
  '310106': { zh: '静安区', en: "Jing'an District" },
  '310107': { zh: '普陀区', en: 'Putuo District' },
  '310109': { zh: '虹口区', en: 'Hongkou District' },
  '310110': { zh: '杨浦区', en: 'Yangpu District' },
  '310112': { zh: '闵行区', en: 'Minhang District' },
  '310113': { zh: '宝山区', en: 'Baoshan District' },
  '310114': { zh: '嘉定区', en: 'Jiading District' },
  '310115': { zh: '浦东新区', en: 'Pudong New Area' },
  '310116': { zh: '金山区', en: 'Jinshan District' },
  '310117': { zh: '松江区', en: 'Songjiang District' },
  '310118': { zh: '青浦区', en: 'Qingpu District' },
  '310120': { zh: '奉贤区', en: 'Fengxian District' },
  '310151': { zh: '崇明区', en: 'Chongming District' },
};
