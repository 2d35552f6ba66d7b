import { describe, expect, it } from 'vitest';
import type { FleetService } from '@/api/answers';
import { fleetText, serviceWord } from './words';

function said(service: string, state: FleetService['state']) {
  return { service, state };
}

describe('the fleet in words', () => {
  it('is alive where all say so', () => {
    expect(fleetText([said('copilot', 'up'), said('gateway', 'stopping')])).toBe(
      'All 2 instances said within the last minutes that they live.',
    );
  });

  it('tells who is silent from who says that it isn’t ready', () => {
    expect(serviceWord(said('copilot', 'not_ready'))[1]).toBe('Not ready');
    expect(serviceWord(said('copilot', 'down'))[1]).toBe('Down');
    expect(fleetText([said('copilot', 'not_ready')])).toMatch(/^copilot: not ready to work/);
    expect(fleetText([said('copilot', 'down')])).toMatch(/^copilot: stopped, or no sign of life/);
  });
});
