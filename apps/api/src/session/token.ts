import type { Request } from 'express';

export const cookieName = 'redress_session';

/** The session token of a request: the bearer token of an API client, else the cookie of the pages. */
export function tokenOf(request: Request): string | null {
  const bearer = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(request.headers.authorization ?? '');
  if (request.headers.authorization !== undefined) return bearer?.[1] ?? null;
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === cookieName && value) return value;
  }
  return null;
}
