import { type Hint, readHint, waitMs } from './hints';

export type LiveState = 'connecting' | 'live' | 'polling' | 'paused';

/** What the page does with what it hears. */
export interface LiveListener {
  state(state: LiveState): void;
  hint(hint: Hint): void;
  /** Everything may have changed: the socket is back, or it is time to look again. */
  all(): void;
  signedOut(): void;
}

const POLL_MS = 60_000;
const HIDDEN_GRACE_MS = 15_000;
const NOT_SIGNED_IN = 4401;
const NOT_A_MEMBER = 4404;

/**
 * Keeps one socket open while the page is seen: tries again with growing pauses, and looks by itself every
 * minute while there is none.
 */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private tries = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private poll: ReturnType<typeof setInterval> | undefined;
  private grace: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(
    private readonly address: string,
    private readonly listener: LiveListener,
  ) {}

  start() {
    document.addEventListener('visibilitychange', this.seen);
    window.addEventListener('online', this.online);
    window.addEventListener('offline', this.offline);
    this.connect();
  }

  stop() {
    this.stopped = true;
    document.removeEventListener('visibilitychange', this.seen);
    window.removeEventListener('online', this.online);
    window.removeEventListener('offline', this.offline);
    clearTimeout(this.grace);
    this.disconnect();
  }

  private readonly seen = () => {
    clearTimeout(this.grace);
    if (document.hidden) {
      this.grace = setTimeout(() => {
        this.disconnect();
        this.listener.state('paused');
      }, HIDDEN_GRACE_MS);
    } else if (!this.socket) {
      this.online();
    }
  };

  private readonly online = () => {
    this.tries = 0;
    if (!document.hidden) this.connect();
  };

  /** What can't be asked any more says so now instead of when it is next looked for. */
  private readonly offline = () => this.listener.all();

  private connect() {
    this.disconnect();
    const socket = new WebSocket(this.address);
    this.socket = socket;
    if (this.tries === 0) this.listener.state('connecting');
    socket.onopen = () => {
      this.tries = 0;
      this.stopPolling();
      this.listener.state('live');
      this.listener.all();
    };
    socket.onmessage = (event) => {
      const hint = readHint(event.data);
      if (hint) this.listener.hint(hint);
    };
    socket.onclose = (event) => {
      if (this.socket !== socket || this.stopped) return;
      this.socket = null;
      this.closed(event.code);
    };
  }

  private closed(code: number) {
    if (code === NOT_SIGNED_IN) {
      this.listener.signedOut();
      return;
    }
    this.listener.state('polling');
    this.poll ??= setInterval(() => {
      if (!document.hidden) this.listener.all();
    }, POLL_MS);
    if (code === NOT_A_MEMBER) return;
    this.retry = setTimeout(() => this.connect(), waitMs(this.tries, Math.random()));
    this.tries += 1;
  }

  private disconnect() {
    clearTimeout(this.retry);
    this.stopPolling();
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  private stopPolling() {
    clearInterval(this.poll);
    this.poll = undefined;
  }
}

/** Where a workspace's hints are heard. */
export function liveAddress(workspace: string, place: Pick<Location, 'protocol' | 'host'>): string {
  const scheme = place.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${place.host}/live?workspace=${encodeURIComponent(workspace)}`;
}
