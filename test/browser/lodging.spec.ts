import type { Visitor } from './visitor.js';
import { visits } from './visits.js';

/** Matters of the other kinds, brought by a firm, by its agent, and by an officer for a firm. */

const { arrive } = visits();
const goOn = (visitor: Visitor) => visitor.press('继续');
const aboutUs = async (visitor: Visitor) => {
  await visitor.choose('企业规模', '小型企业');
  await visitor.fill('联系地址', '浦东新区川沙路1号');
  await visitor.fill('联系电话', '13800000000');
};

test('a firm asks for credit repair: helped at each field, told which is wrong, its draft kept, a receipt at the end', async () => {
  const sme = await arrive('sme');
  await sme.open('/cases');
  await sme.follow('其他事项');
  await sme.follow('信用修复申请');
  await sme.atHeading('申请人信息');
  expect(await sme.page.getByLabel('企业名称').inputValue()).toContain('精密零件');
  await aboutUs(sme);
  await goOn(sme);

  await sme.atHeading('失信记录');
  await goOn(sme);
  await sme.page
    .getByRole('alert')
    .getByRole('link', { name: /文书编号/ })
    .click();
  expect(await sme.page.evaluate(() => document.activeElement?.id)).toBe('f-record.documentNumber');
  await sme.sees('例如：沪市监罚〔2026〕18号。');
  await sme.fill('单位全称', '上海市交通委员会');
  await sme.choose('单位类别', '其他');
  await sme.choose('单位所在地', '上海');
  await sme.choose('记录种类', '行政处罚');
  await sme.fill('文书编号', '沪交罚〔2026〕1号');
  await sme.fill('认定日期', '2026.3.10');
  await sme.sees('2026年3月10日，星期二');
  await sme.choose('失信等级', '一般');
  await sme.pick('处理方式', '罚款');
  await sme.pick('所属领域', '一般');
  await sme.page.reload();
  await sme.settled();
  expect(await sme.page.getByLabel('文书编号').inputValue()).toBe('沪交罚〔2026〕1号');
  await sme.fill('记录内容', '超限运输，罚款二万元');
  await sme.choose('是否涉及外省市的记录', '否');
  await goOn(sme);

  await sme.atHeading('纠正情况与材料');
  await sme.fill('纠正情况', '已缴纳罚款并整改');
  await goOn(sme);
  await sme.atHeading('承诺与签名');
  for (const promise of [/真实、有效/, /如有虚假/, /同意向社会公开/])
    await sme.page.getByRole('checkbox', { name: promise }).check();
  await sme.fill('法定代表人或主要负责人签名', '陈强');
  await goOn(sme);

  await sme.atHeading('核对并提交');
  await sme.sees('超限运输，罚款二万元');
  await sme.picture('repair-check');
  await sme.page.getByRole('button', { name: '确认并提交' }).evaluate((element: HTMLButtonElement) => {
    for (let press = 0; press < 5; press++) element.click();
  });
  await sme.atHeading('已提交');
  await sme.sees('信用修复');
  await sme.picture('repair-receipt');
  await sme.open('/cases');
  expect(await sme.page.locator('.case-card').count()).toBe(1);
  await sme.open('/matters');
  expect(await sme.page.getByText('有草稿').count()).toBe(0);
});

test('what the server refuses leads from the check to the page where the field lives', async () => {
  const sme = await arrive('sme');
  await sme.open('/matters/trademark/us');
  await aboutUs(sme);
  await sme.fill('企业名称', '别的公司');
  await goOn(sme);
  await sme.atHeading('对方信息');
  await sme.fill('对方全称', '某商贸有限公司');
  await sme.fill('对方地址', '上海市静安区');
  await goOn(sme);
  await sme.atHeading('事项内容');
  await sme.fill('权利名称', '“轴灵”商标');
  await sme.fill('侵权行为', '在网店销售使用近似商标的轴承');
  await goOn(sme);
  await sme.fill('请求事项', '责令停止侵权');
  await sme.fill('事实与理由', '2026年10月在其网店购得样品并公证');
  await goOn(sme);
  await goOn(sme);
  await sme.page.getByRole('checkbox').check();
  await sme.fill('法定代表人或主要负责人签名', '陈强');
  await goOn(sme);
  await sme.press('确认并提交');
  await sme.page.getByRole('alert').getByRole('link').first().click();
  await sme.atHeading('申请人信息');
  await sme.page.locator('.field.faulty').getByLabel('企业名称').waitFor();
  await sme.fill('企业名称', '上海清欠演示精密零件有限公司（虚构）');
  await goOn(sme);
  await sme.atHeading('核对并提交');
  await sme.press('确认并提交');
  await sme.atHeading('已提交');
});

test('a draft says where it is kept and for how long, is there after a reload, and goes when it is deleted', async () => {
  const sme = await arrive('sme-xuhui');
  await sme.open('/matters/complaint/us');
  await sme.sees(/保存在这台设备的浏览器里.*90 天/);
  await sme.fill('联系地址', '徐汇区漕宝路2号');
  await sme.page.reload();
  await sme.settled();
  expect(await sme.page.getByLabel('联系地址').inputValue()).toBe('徐汇区漕宝路2号');
  await sme.open('/matters');
  await sme.sees('有草稿');
  await sme.press(/^删除草稿 权益投诉/);
  await sme.page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click();
  await sme.page.getByText('有草稿').waitFor({ state: 'detached' });
  await sme.open('/matters/complaint/us');
  expect(await sme.page.getByLabel('联系地址').inputValue()).toBe('');
});

test('an officer takes a claim in at the counter for a firm, dated as received', async () => {
  const intake = await arrive('intake');
  await intake.open('/matters');
  await intake.follow('账款投诉');
  await intake.atHeading('收件情况');
  await intake.pick('收件方式', '窗口');
  await goOn(intake);
  await intake.atHeading('申请人信息');
  await intake.fill('企业名称', '上海清欠演示软件服务有限公司（虚构）');
  await intake.fill('统一社会信用代码', '91310104MADEM002X1');
  await aboutUs(intake);
  await intake.fill('联系人姓名', '王女士');
  await goOn(intake);
  await intake.atHeading('对方信息');
  await intake.fill('对方全称', '上海某建设集团有限公司');
  await intake.choose('单位类型', /大型企业/);
  await intake.pick('企业规模', '大型企业');
  await intake.fill('对方地址', '上海市静安区');
  await goOn(intake);
  await intake.atHeading('合同与欠款');
  await intake.fill('合同名称', '软件开发合同');
  await intake.choose('采购内容', '服务');
  await intake.fill('合同签订日期', '2025-03-01');
  await intake.choose(/收到第三方付款/, '否');
  await intake.fill('交付内容', '系统一期');
  await intake.fill('交付日期', '2025-05-20');
  await intake.fill('拖欠金额', '30万');
  await intake.fill('其中对方有争议的金额', '0');
  await intake.picture('claim-for-a-firm');
  await goOn(intake);
  await intake.atHeading('请求与事实');
  await intake.fill('请求事项', '支付 30 万元');
  await intake.fill('事实与理由', '系统已验收，至今未付款');
  await goOn(intake);
  await goOn(intake);
  for (const box of await intake.page.getByRole('checkbox').all()) await box.check();
  await intake.fill('法定代表人或主要负责人签名', '王女士');
  await goOn(intake);
  await intake.press('确认并提交');
  await intake.atHeading('已提交');
  await intake.sees('¥300,000.00');
  await intake.follow('查看办理进度');
  await intake.sees('现在可以办理');
});
