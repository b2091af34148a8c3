import { visits } from './visits.js';

/** The main job by hand in the pages: each step by the person to whom it belongs, in the real application. */

const { arrive } = visits();
let caseId = '';
let caseNumber = '';

test('a demonstration card signs in with one press, and the page asked for stands there', async () => {
  const anyone = await arrive(null);
  await anyone.open('/');
  expect(await anyone.heading()).toBe('登录');
  await anyone.picture('sign-in');
  await anyone.press(/中小企业.*演示企业经办人甲/);
  await anyone.atHeading('我的案件');
  await anyone.sees('还没有案件');
});

test('an SME lodges a claim, corrected once on the way, and five presses of the last button make one case', async () => {
  const sme = await arrive('sme');
  await sme.open('/lodge');
  for (const question of ['贵单位是中小企业吗？', /欠款方/, /采购货物/, '款项已经到期吗？', /此事尚未/]) {
    await sme.choose(question, '是');
  }
  await sme.press('继续');

  await sme.atHeading('我方信息');
  expect(await sme.page.getByLabel('统一社会信用代码').inputValue()).toBe('91310115MADEM00117');
  await sme.press('继续');
  await sme.page.getByRole('alert').getByRole('link', { name: '请选择企业规模' }).waitFor();
  expect(await sme.page.title()).toMatch(/^错误：/);
  expect(await sme.page.evaluate(() => document.activeElement?.className)).toBe('summary');
  await sme.choose('企业规模', '小型企业');
  await sme.fill('联系地址', '上海市浦东新区张江路 1 号');
  await sme.fill('联系电话', '021-50000001');
  await sme.press('继续');

  await sme.atHeading('对方信息');
  await sme.fill('单位全称', '某大型制造集团有限公司');
  await sme.fill(/^统一社会信用代码/, '91500110MADEM0100A');
  await sme.sees('校验位不符');
  await sme.fill(/^统一社会信用代码/, '91500110MADEM0100R');
  await sme.sees('校验位相符');
  await sme.choose('单位类型', /大型企业/);
  await sme.fill('单位地址', '重庆市綦江区');
  await sme.press('继续');

  await sme.atHeading('合同与欠款');
  await sme.fill('合同名称', '设备买卖合同');
  await sme.choose('采购内容', '货物');
  await sme.fill('合同签订日期', '２０２０年６月１日');
  await sme.sees('2020年6月1日，星期一');
  await sme.choose(/收到第三方付款/, '否');
  await sme.fill('交付内容', '设备货款');
  await sme.fill('交付日期', '20200920');
  await sme.fill(/^约定付款日/, '2020.11.19');
  await sme.fill('拖欠金额', '4,554,487.755');
  await sme.press('继续');
  await sme.page.getByRole('alert').getByRole('link', { name: '拖欠金额最多两位小数' }).click();
  await sme.fill('拖欠金额', '4,554,487.75');
  await sme.sees('肆佰伍拾伍万肆仟肆佰捌拾柒元柒角伍分');
  await sme.picture('lodge-money');
  await sme.page.reload();
  await sme.settled();
  expect(await sme.page.getByLabel('拖欠金额', { exact: true }).inputValue()).toBe('4,554,487.75');
  await sme.press('继续');

  await sme.atHeading('请求与事实');
  expect(await sme.page.getByLabel('事实与理由').inputValue()).toContain('2020年9月20日，我方交付设备货款');
  await sme.press('继续');

  await sme.atHeading('证据材料');
  await sme.page.getByRole('checkbox', { name: /^合同/ }).check();
  await sme.press('继续');

  await sme.atHeading('核对并提交');
  await sme.page.getByRole('checkbox', { name: /此事未由/ }).check();
  await sme.page.getByRole('checkbox', { name: /真实、完整/ }).check();
  await sme.fill('法定代表人或主要负责人签名', '王小姐');
  await sme.picture('lodge-check');
  const button = sme.page.getByRole('button', { name: '确认并提交' });
  await button.evaluate((element: HTMLButtonElement) => {
    for (let press = 0; press < 5; press++) element.click();
  });

  await sme.atHeading('已提交');
  await sme.picture('receipt');
  caseNumber = (await sme.page.locator('.receipt-number').innerText()).trim();
  caseId = /cases\/([^/]+)\/receipt/.exec(sme.page.url())![1]!;
  await sme.follow('我的案件');
  await sme.atHeading('我的案件');
  await sme.sees(caseNumber);
  expect(await sme.page.locator('.case-card').count()).toBe(1);
});

test('the intake officer asks for a supplement, the SME supplies it, and the claim is accepted and transferred', async () => {
  const intake = await arrive('intake');
  await intake.open('/worklist');
  await intake.follow(caseNumber);
  await intake.press('退回补正');
  await intake.fill('补正事项', '营业执照');
  await intake.fill('具体要求', '请附加盖公章的副本复印件');
  await intake.page.locator('form').getByRole('button', { name: '退回补正' }).click();
  await intake.sees('退回补正：已完成');

  const sme = await arrive('sme');
  await sme.open(`/cases/${caseId}`);
  await sme.sees('请附加盖公章的副本复印件');
  await sme.picture('tracking-returned');
  await sme.fill('补正说明', '补交营业执照副本');
  await sme.press('重新提交');
  await sme.sees('正在审查您的投诉');

  await intake.page.reload();
  await intake.press('受理');
  await intake.press('确认受理');
  await intake.sees('受理：已完成');
  await intake.press('转办');
  await intake.pick('处理投诉部门', '浦东新区中小企业服务和款项支付投诉处理办公室');
  await intake.fill('转办依据', '属地管理');
  await intake.press('确认转办');
  await intake.sees('转办：已完成');
});

test('the handling office receives the materials and assigns a mediator, who brings the parties to a settlement', async () => {
  const handler = await arrive('handler');
  await handler.open('/worklist');
  await handler.follow(caseNumber);
  await handler.press('接收投诉材料');
  await handler.press('确认接收');
  await handler.sees('接收投诉材料：已完成');
  await handler.press('指派调解员');
  await handler.pick('调解员', 1);
  await handler.press('确认指派');
  await handler.sees('指派调解员：已完成');

  const mediator = await arrive('mediator');
  await mediator.open('/worklist');
  await mediator.follow(caseNumber);
  await mediator.press('记录对方答复');
  await mediator.fill('答复内容', '承认欠款，资金紧张');
  await mediator.fill('对方认可的金额', '4554487.75');
  await mediator.press('保存答复');
  await mediator.sees('记录对方答复：已完成');
  await mediator.press('记录调解');
  await mediator.fill('地点或方式', '浦东调解室');
  await mediator.fill('参加人', '王小姐\n李先生');
  await mediator.fill('调解记录', '双方同意分两期支付。');
  await mediator.choose('调解情况', '达成一致');
  await mediator.press('保存调解记录');
  await mediator.sees('记录调解：已完成');

  await mediator.press('登记还款协议');
  const today = await mediator.page.evaluate(() => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  await mediator.fill('协议总额', '4,554,487.75');
  await mediator.page.getByLabel('付款日期', { exact: true }).fill(today);
  await mediator.page.getByLabel('金额', { exact: true }).fill('400万');
  await mediator.fill('协议条款', '分两期，银行转账');
  await mediator.press('登记协议');
  await mediator.page.getByRole('alert').waitFor();
  await mediator.picture('settlement-refused');
  await mediator.press('再加一项');
  await mediator.page.getByLabel('付款日期', { exact: true }).nth(1).fill(today);
  await mediator.page.getByLabel('金额', { exact: true }).nth(1).fill('554487.75');
  await mediator.press('登记协议');
  await mediator.sees('登记还款协议：已完成');
});

test('a form filled in on an older state keeps its text, shows what changed, and can be sent again', async () => {
  const [mediator, handler] = [await arrive('mediator'), await arrive('handler')];
  for (const officer of [mediator, handler]) {
    await officer.open(`/cases/${caseId}`);
    await officer.press('记录付款');
    await officer.choose('付款方式', '银行转账');
    await officer.pick(/^对应分期/, officer === mediator ? 1 : 2);
  }
  await mediator.fill('付款金额', '400万');
  await mediator.fill('凭证号', '回单1');
  await mediator.press('保存付款记录');
  await mediator.sees('记录付款：已完成');

  await handler.fill('付款金额', '554,487.75');
  await handler.fill('凭证号', '回单2');
  await handler.press('保存付款记录');
  await handler.sees('期间的变动');
  await handler.sees('支付 ¥4,000,000.00');
  await handler.picture('conflict');
  expect(await handler.page.getByLabel('凭证号').inputValue()).toBe('回单2');
  await handler.press('再次提交');
  await handler.sees('记录付款：已完成');
});

test('the mediator issues the result and feeds it back to both, and everyone sees the case concluded', async () => {
  const mediator = await arrive('mediator');
  await mediator.open(`/cases/${caseId}`);
  await mediator.press('出具处理结果');
  await mediator.choose('处理结果', '已全部付清');
  await mediator.fill('结果说明', '款项已全部支付');
  await mediator.page.locator('form').getByRole('button', { name: '出具处理结果' }).click();
  await mediator.sees('出具处理结果：已完成');
  for (const recipient of ['投诉人', '受理投诉部门']) {
    await mediator.press('反馈结果');
    await mediator.choose('反馈对象', recipient);
    await mediator.fill('反馈方式', '书面');
    await mediator.press('确认已反馈');
    await mediator.sees('反馈结果：已完成');
  }
  await mediator.sees('已办结');
  await mediator.picture('case-concluded');

  const sme = await arrive('sme');
  await sme.open(`/cases/${caseId}`);
  await sme.sees('已全部付清');
  await sme.picture('tracking-concluded');
});

test('the supervisor comes from the board to the audit of the case, and its chain verifies', async () => {
  const supervisor = await arrive('supervisor');
  await supervisor.open('/');
  await supervisor.atHeading('期限监督');
  await supervisor.follow(/浦东新区，按期完成/);
  await supervisor.follow(caseNumber);
  await supervisor.follow('查看审计记录');
  await supervisor.sees(/校验链完整，共 1[0-9] 条事件/);
  await supervisor.picture('audit');
  await supervisor.open('/audit');
  await supervisor.fill('案件编号', caseNumber.toLowerCase().replaceAll('-', ''));
  await supervisor.press('查询');
  await supervisor.atHeading('审计记录');
});

test('a session which ends is opened again over the page, and what was typed is kept', async () => {
  const sme = await arrive('sme');
  await sme.open('/lodge/them');
  await sme.fill('单位全称', '某医院');
  await sme.page.context().clearCookies();
  await sme.page.getByRole('link', { name: '我的案件' }).click();
  await sme.page.getByRole('dialog').getByLabel('密码').fill('redress-demo');
  await sme.press('登录并继续');
  await sme.page.getByRole('dialog').waitFor({ state: 'detached' });
  await sme.atHeading('我的案件');
  await sme.open('/lodge/them');
  expect(await sme.page.getByLabel('单位全称').inputValue()).toBe('某医院');
});
