export default {
  title: '导出',
  lede: '导出您可查看的全部数据，不限条数。文件载明依据的日志位置和生成时间。过去某一时点的清单、期限和快报，请在相应页面上导出。',
  progress: '正在导出',
  begun: '正在准备…',
  running: '正在导出，共 {{rows}} 行，已接收 {{size}} KB。',
  runningRows: '正在导出，第 {{written}} 行，共 {{rows}} 行。',
  done: '已导出 {{rows}} 行，{{size}} KB。',
  restsOn: '依据日志位置 {{position}}',
  madeAt: '生成于 {{at}}',
  and: '；',
  mining: {
    title: '案件日志（流程挖掘）',
    about: '每件案件发生了什么、何时、由哪个单位办理，供流程分析软件读取；不含文字内容和个人信息。行数为案件数。',
  },
  thisList: '导出此表',
};
