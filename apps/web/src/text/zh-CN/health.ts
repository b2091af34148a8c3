export default {
  clock: {
    wentBack: '时钟倒退：恢复正常前不触发预警。',
    ranAhead: '时钟超前：确认前不触发预警，也不接受办理。',
    aheadOfLog: '时钟远超最新记录：确认前不触发预警，也不接受办理。',
    unknown: '时钟异常。',
  },
  due: {
    stuck: '部分到期的提醒或分期无法处理，见 redress escalation stuck。',
    unattended: '到期事项无人处理：后台进程恢复前不会触发提醒。',
  },
  parkedHelp:
    '有案件的数据待修复，其期限显示为“无法判断”。请用 redress parked list 查看，修复后用 redress parked replay 重放。',
  unreadHelp:
    '有事件无法读取，未能通知任何人。请用 redress parked list 查看，用 redress parked replay notices 重试，或用 redress parked drop notices 略过。',
  notices: {
    title: '通知发送',
    queued: '待发送',
    oldestSeconds: '最早一条已等待（秒）',
    dead: '多次失败，已放弃',
    refused: '地址被拒收',
    parked: '无法读取的事件',
  },
  title: '运行状况',
  lede: '每 10 秒更新一次。',
  ok: '运行正常',
  degraded: '运行异常，请查看下方各项',
  views: '视图',
  view: '视图',
  version: '版本',
  position: '已处理位置',
  head: '最新位置',
  lagEvents: '落后事件',
  silentSeconds: '距上次处理（秒）',
  parked: '待修复',
  healthy: '正常',
  unhealthy: '异常',
  database: { ok: '数据库：正常', unreachable: '数据库：无法连接' },
};
