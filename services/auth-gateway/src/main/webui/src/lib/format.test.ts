import { describe, expect, it } from 'vitest';
import { change, decimal, metric, money, percent, toneOf, UNKNOWN } from './format';

describe('figures', () => {
  it('are amounts with the digits of their currency', () => {
    expect(money('1234.5', 'EUR')).toBe('€1,234.50');
    expect(money('1234.5', 'JPY')).toBe('¥1,235');
    expect(money('1234.5', 'KWD')).toContain('1,234.500');
  });

  it('keep digits a float would lose', () => {
    expect(money('9007199254740993.01', 'EUR')).toBe('€9,007,199,254,740,993.01');
  });

  it('are a dash where unknown, never zero', () => {
    expect(money(null, 'EUR')).toBe(UNKNOWN);
    expect(percent(null)).toBe(UNKNOWN);
  });

  it('read by their metric', () => {
    expect(metric('ctr', 'ratio', '0.0312', null)).toBe('3.12%');
    expect(metric('roas', 'ratio', '4.321', null)).toBe('4.32×');
    expect(metric('clicks', 'count', 12345, null)).toBe('12,345');
    expect(decimal('0.5')).toBe('0.5');
  });
});

describe('changes', () => {
  it('carry their sign', () => {
    expect(change('0.122327')).toBe('+12.2%');
    expect(change('-0.05')).toBe('-5%');
    expect(change('0')).toBe('0%');
  });

  it('are good or bad by what they change', () => {
    expect(toneOf('revenue', '0.1')).toBe('good');
    expect(toneOf('cpa', '0.1')).toBe('bad');
    expect(toneOf('cpa', '-0.1')).toBe('good');
    expect(toneOf('spend', '0.5')).toBe('neutral');
    expect(toneOf('roas', null)).toBe('neutral');
  });
});
