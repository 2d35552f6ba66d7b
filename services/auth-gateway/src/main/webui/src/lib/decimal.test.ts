import { describe, expect, it } from 'vitest';
import { decimalText, isZero, millionths, signOf, sum } from './decimal';

describe('decimals', () => {
  it('keep every place of a text', () => {
    expect(millionths('12.345678')).toBe(12345678n);
    expect(millionths('-0.000001')).toBe(-1n);
    expect(decimalText(millionths('9007199254740993.1'))).toBe('9007199254740993.1');
  });

  it('add without a float between', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(sum(['1234.56', null, 7])).toBe('1241.56');
  });

  it('have no sum where nothing is known', () => {
    expect(sum([null, null])).toBeNull();
    expect(sum([])).toBeNull();
  });

  it('know zero and sign', () => {
    expect(isZero('0.000000')).toBe(true);
    expect(isZero(null)).toBe(false);
    expect(signOf('-3.2')).toBe(-1);
    expect(signOf(0)).toBe(0);
  });

  it('refuse what is no decimal', () => {
    expect(() => millionths('1e5')).toThrow(RangeError);
  });
});
