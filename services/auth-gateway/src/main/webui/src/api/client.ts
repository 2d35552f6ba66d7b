import createClient from 'openapi-fetch';
import { Refused } from './refused';
import { remembering } from './remembering';
import type { paths as Gateway } from './schema/auth-gateway';
import type { paths as Connections } from './schema/connections';
import type { paths as Dashboard } from './schema/dashboard-query';

/** The one client; paths and parameters are those the services describe. */
export const api = createClient<Gateway & Connections & Dashboard>({
  baseUrl: '',
  fetch: remembering(async (request) => {
    try {
      return await fetch(request);
    } catch (thrown) {
      if (request.signal.aborted) throw thrown;
      throw Refused.unreachable(request.method);
    }
  }),
});

interface Answered {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** The answer as it is promised, or a refusal thrown. */
export async function answer<T>(asking: Promise<Answered>): Promise<T> {
  const { data, error, response } = await asking;
  if (!response.ok || error !== undefined) throw Refused.of(response, error);
  return data as T;
}
