// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveSocket, liveAddress } from './socket';

class PlayedSocket {
  static all: PlayedSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor(readonly address: string) {
    PlayedSocket.all.push(this);
  }
  close() {
    this.onclose?.({ code: 1000 });
  }
}

function listening() {
  const heard: string[] = [];
  const socket = new LiveSocket('ws://it/live', {
    state: (state) => heard.push(state),
    hint: (hint) => heard.push(`hint ${hint.kind}`),
    all: () => heard.push('all'),
    signedOut: () => heard.push('signed out'),
  });
  socket.start();
  return { heard, socket, last: () => PlayedSocket.all.at(-1) as PlayedSocket };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', PlayedSocket);
  PlayedSocket.all = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the live socket', () => {
  it('asks everything again when it opens, then tells hints', () => {
    const { heard, socket, last } = listening();
    last().onopen?.();
    last().onmessage?.({ data: '{"kind":"figures"}' });
    expect(heard).toEqual(['connecting', 'live', 'all', 'hint figures']);
    socket.stop();
  });

  it('looks every minute while it is down, and comes back', () => {
    const { heard, socket, last } = listening();
    last().onclose?.({ code: 1006 });
    expect(heard).toEqual(['connecting', 'polling']);
    vi.advanceTimersByTime(600);
    expect(PlayedSocket.all).toHaveLength(2);
    last().onopen?.();
    expect(heard.slice(2)).toEqual(['live', 'all']);
    socket.stop();
  });

  it('has everything asked again when the network goes, so that the page says so', () => {
    const { heard, socket } = listening();
    window.dispatchEvent(new Event('offline'));
    expect(heard).toEqual(['connecting', 'all']);
    socket.stop();
    window.dispatchEvent(new Event('offline'));
    expect(heard).toEqual(['connecting', 'all']);
  });

  it('polls where it is not a member, and does not try again', () => {
    const { heard, socket, last } = listening();
    last().onclose?.({ code: 4404 });
    vi.advanceTimersByTime(61_000);
    expect(PlayedSocket.all).toHaveLength(1);
    expect(heard).toEqual(['connecting', 'polling', 'all']);
    socket.stop();
  });

  it('says when nobody is signed in any more', () => {
    const { heard, socket, last } = listening();
    last().onclose?.({ code: 4401 });
    expect(heard).toEqual(['connecting', 'signed out']);
    socket.stop();
  });

  it('is silent once stopped', () => {
    const { heard, socket } = listening();
    socket.stop();
    vi.advanceTimersByTime(120_000);
    expect(heard).toEqual(['connecting']);
  });

  it('speaks to its own origin', () => {
    expect(liveAddress('w 1', { protocol: 'https:', host: 'adfleet.example' })).toBe(
      'wss://adfleet.example/live?workspace=w%201',
    );
  });
});
