export default {
  title: '导出',
  lede: '导出您可查看的全部数据，不限条数。文件载明依据的日志位置和生成时间。',
  progress: '正在导出',
  running: '正在导出，共 {{rows}} 行，已接收 {{size}} KB。',
  done: '已导出 {{rows}} 行，{{size}} KB。',
  restsOn: '依据日志位置 {{position}}',
};
