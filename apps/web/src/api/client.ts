import { Problem, problemOf, unreachable } from './problem.js';
import type { CommandAnswer } from './types.js';

/** Told when a request found the session gone; the page stays as it is and asks to sign in again over it. */
const signedOutListeners = new Set<() => void>();

export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** A 401 is the answer asked for: who is signed in, or whether this password is right. */
  readonly anonymous?: boolean;
}

/** @throws Problem for every answer other than 2xx, and where there is none. */
export async function request<T>(
  path: string,
  { method = 'GET', body, headers, signal, anonymous }: Request = {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': document.documentElement.lang,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Problem(0, { code: unreachable, title: '' });
  }
  if (response.status === 401 && !anonymous) signedOutListeners.forEach((listener) => listener());
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export function get<T>(
  path: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
  signal?: AbortSignal,
): Promise<T> {
  const asked = Object.entries(parameters).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = asked.length > 0 ? `?${new URLSearchParams(asked).toString()}` : '';
  return request<T>(path + query, { signal });
}

/**
 * Sends a command.
 *
 * @param commandId one a form instance, the same for every press of its button (invariant 4)
 * @param revision the revision the form was filled in on; without it the server decides on the newest
 */
export function send(path: string, body: unknown, commandId: string, revision?: string): Promise<CommandAnswer> {
  return request<CommandAnswer>(path, {
    method: 'POST',
    body,
    headers: { 'Idempotency-Key': commandId, ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }) },
  });
}

export function newCommandId(): string {
  // randomUUID is there in secure contexts only; an office's own server may be plain http.
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
