import { Problem, problemOf } from './problem';

export const API = '/api/v1';

const STALE_TOKEN = 'csrf-token-missing';
/** Of a television, where nobody is signed in. */
const SCREEN_CLOSED = 'screen-closed';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  query?: Query;
  body?: unknown;
  /** A file as the body, its type among the headers. */
  file?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Lets the request outlive the page: the last save of a draft. */
  keepalive?: boolean;
}

let signedOut: () => void = () => {};

/** Tells whoever guards the session that the server no longer knows us. */
export function onSignedOut(listener: () => void) {
  signedOut = listener;
}

export function csrfToken() {
  return /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
}

/** An edit that must not overwrite what a colleague did meanwhile. */
export function ifMatch(version: number | undefined): Record<string, string> {
  return version == null ? {} : { 'If-Match': `"${version}"` };
}

export function pathOf(path: string, query: Query = {}) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value != null && value !== '') params.set(name, String(value));
  }
  const search = params.toString();
  return `${API}${path}${search ? `?${search}` : ''}`;
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', ...options.headers };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = decodeURIComponent(csrfToken());
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(pathOf(path, options.query), {
      method,
      headers,
      body: options.file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      signal: options.signal,
      keepalive: options.keepalive,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Problem(0, 'offline', '');
  }
}

export async function call<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  let response = await send(method, path, options);
  let problem = response.ok ? null : await problemOf(response);
  if (problem?.code === STALE_TOKEN) {
    // The token changed under our hands; the refused request did nothing, and the refusal brought the new token.
    response = await send(method, path, options);
    problem = response.ok ? null : await problemOf(response);
  }
  if (!problem) return (response.status === 204 ? undefined : await response.json()) as T;
  if (problem.status === 401 && problem.code !== SCREEN_CLOSED && !(path.startsWith('/session') && !path.startsWith('/sessions') && method !== 'DELETE')) signedOut();
  throw problem;
}

/** What a resource is now, and its tag; null when it is still what the tag names. */
export async function getNewer<T>(path: string, query: Query, tag: string | null, signal: AbortSignal) {
  const response = await send('GET', path, { query, signal, ...(tag && { headers: { 'If-None-Match': tag } }) });
  if (response.status === 304) return null;
  if (!response.ok) throw await problemOf(response);
  return { body: (await response.json()) as T, tag: response.headers.get('ETag') };
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>('GET', path, { query, signal });
export const post = <T>(path: string, body?: unknown, headers?: Record<string, string>) => call<T>('POST', path, { body, headers });
export const put = <T>(path: string, body?: unknown, headers?: Record<string, string>) => call<T>('PUT', path, { body, ...(headers && { headers }) });
export const patch = <T>(path: string, body: unknown, headers?: Record<string, string>) => call<T>('PATCH', path, { body, headers });
export const remove = <T = void>(path: string, query?: Query) => call<T>('DELETE', path, { query });
