export default {
  title: '登录',
  lede: '提交账款拖欠投诉，查看由谁办理、何时答复；办理人员与监督人员也由此进入。',
  enter: '登录',
  demonstration: {
    title: '演示账户',
    lede: '点选一个角色即可进入，无需输入密码。',
    does: {
      sme: '提交投诉、补正材料、查看进度',
      intakeOfficer: '审查、受理、转办',
      handlingOfficer: '接收、指派、办理',
      mediator: '调解、达成协议、记录付款',
      departmentHead: '批准延长办理期限',
      supervisor: '查看期限、预警与审计',
      operator: '查看系统运行状况',
    },
  },
};
