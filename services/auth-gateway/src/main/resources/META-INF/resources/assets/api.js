// The one way this page asks the API: an answer, or an error that is a sentence.

export class Refused extends Error {
  constructor(status, sentence, traceId) {
    super(sentence);
    this.status = status;
    this.traceId = traceId;
  }
}

function sentenceOf(problem, status) {
  const fields = (problem.errors ?? []).map((e) => `${e.field} ${e.reason}. ${e.remedy ?? ''}`.trim());
  const text = [problem.detail ?? problem.title ?? `The server answered ${status}.`, ...fields].join(' ');
  return problem.trace_id ? `${text} (trace ${problem.trace_id})` : text;
}

export async function ask(path, method = 'GET', body = undefined) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-Adfleet-Request'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Refused(0, 'The server can not be reached. Check your connection and try again.');
  }
  const text = await answer.text();
  let json = null;
  try {
    json = text === '' ? null : JSON.parse(text);
  } catch {
    json = null;
  }
  if (!answer.ok) throw new Refused(answer.status, sentenceOf(json ?? {}, answer.status), json?.trace_id);
  return json;
}
