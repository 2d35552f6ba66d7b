/** What is wrong with one field, and what to do about it. */
export interface FieldError {
  field: string;
  reason: string;
  remedy: string;
}

interface Problem {
  title?: string;
  detail?: string;
  trace_id?: string | null;
  errors?: FieldError[];
}

/** An answer that is no: the API's problem+json, or no answer at all (status 0). */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly traceId: string | null = null,
    readonly errors: readonly FieldError[] = [],
    readonly retryAfter: number | null = null,
  ) {
    super(`${title}: ${detail}`);
    this.name = 'Refused';
  }

  /** Whether asking again in a moment may help. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  static of(response: Response, body: unknown): Refused {
    const problem: Problem = typeof body === 'object' && body !== null ? body : {};
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    return new Refused(
      response.status,
      problem.title ?? 'The server could not answer',
      problem.detail ?? `It answered with status ${response.status}. Try again in a moment.`,
      problem.trace_id ?? response.headers.get('X-Trace-Id'),
      problem.errors ?? [],
      Number.isFinite(seconds) ? seconds : null,
    );
  }

  /** No answer at all: what is read is asked for again by itself, what is written never is. */
  static unreachable(method: string): Refused {
    return new Refused(
      0,
      'adfleet can’t be reached',
      method === 'GET'
        ? 'Check your connection. The page tries again by itself.'
        : 'Check your connection, then try again.',
    );
  }

  /** Anything that was thrown, as something that can be shown. */
  static from(thrown: unknown): Refused {
    if (thrown instanceof Refused) return thrown;
    return new Refused(500, 'Something on this page went wrong', String(thrown));
  }
}
