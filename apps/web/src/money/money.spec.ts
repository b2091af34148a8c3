import { addUp, readMoney, showMoney } from './money-text.js';
import { capitalMoney } from './capital-money.js';

describe('reading a sum', () => {
  it.each([
    ['1,280,000', '1280000.00'],
    ['1280000', '1280000.00'],
    ['128万', '1280000.00'],
    ['128.5 万元', '1285000.00'],
    ['1.28亿', '128000000.00'],
    ['￥47,218.5', '47218.50'],
    ['４７２１８．００元', '47218.00'],
    ['0.01', '0.01'],
    ['0', '0.00'],
    ['007', '7.00'],
    ['1.500', '1.50'],
    ['0.123456万', '1234.56'],
  ])('reads %s as %s', (text, amount) => {
    expect(readMoney(text)).toEqual({ outcome: 'read', amount });
  });

  it.each([
    ['1.234', 'threeDecimals'],
    ['1.2345678万', 'threeDecimals'],
    ['-5', 'notANumber'],
    ['12,80', 'notANumber'],
    ['一百', 'notANumber'],
    ['', 'notANumber'],
    ['1e3', 'notANumber'],
    ['1234567890123456', 'tooLarge'],
    ['12345678亿', 'tooLarge'],
  ])('refuses %s: %s', (text, why) => {
    expect(readMoney(text)).toEqual({ outcome: 'refused', why });
  });

  it('shows groups of three, and adds without floats', () => {
    expect(showMoney('1280000.00')).toBe('1,280,000.00');
    expect(showMoney('999.90')).toBe('999.90');
    expect(addUp(['0.10', '0.20', '999999999999999.00'])).toBe('999999999999999.30');
  });
});

describe('writing a sum in capital characters', () => {
  it.each([
    ['1280000.00', '壹佰贰拾捌万元整'],
    ['47218.00', '肆万柒仟贰佰壹拾捌元整'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万零柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['10.00', '壹拾元整'],
    ['0.00', '零元整'],
    ['100000000.00', '壹亿元整'],
    ['100010000.00', '壹亿零壹万元整'],
    ['1000000001.00', '壹拾亿零壹元整'],
    ['20300004000.00', '贰佰零叁亿零肆仟元整'],
    ['999999999999999.99', '玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['1000000000000.00', '壹万亿元整'],
    ['1000000010000.00', '壹万亿零壹万元整'],
  ])('%s is %s', (amount, text) => {
    expect(capitalMoney(amount)).toBe(text);
  });
});
