import { describe, expect, it } from 'vitest';
import type { FleetService } from '@/api/answers';
import { fleetText, serviceWord } from './words';

function said(service: string, state: FleetService['state'], age: number) {
  return { service, state, age_seconds: age };
}

describe('the fleet in words', () => {
  it('is alive where all say so', () => {
    expect(fleetText([said('copilot', 'up', 20), said('gateway', 'stopping', 5)])).toBe(
      'All 2 instances said within the last minutes that they live.',
    );
  });

  it('tells who is silent from who says that it isn’t ready', () => {
    expect(serviceWord(said('copilot', 'down', 20))[1]).toBe('Not ready');
    expect(serviceWord(said('copilot', 'down', 400))[1]).toBe('Down');
    expect(fleetText([said('copilot', 'down', 20)])).toMatch(/^copilot: not ready to work/);
    expect(fleetText([said('copilot', 'down', 400)])).toMatch(/^copilot: no sign of life/);
  });
});
