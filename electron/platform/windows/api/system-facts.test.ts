import { describe, expect, it } from 'vitest';
import { batteryFrom } from './system-facts.ts';

const power = (line: number, flag: number): boolean | undefined =>
  batteryFrom(Buffer.from([line, flag, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0]));

describe('whether it runs on battery', () => {
  it('is said by the power line', () => {
    expect(power(0, 1)).toBe(true);
    expect(power(1, 8)).toBe(false);
  });

  it('is not guessed where the line is unknown, but a computer without a battery needs none', () => {
    expect(power(255, 1)).toBeUndefined();
    expect(power(255, 255)).toBeUndefined();
    expect(power(255, 128)).toBe(false);
  });
});
