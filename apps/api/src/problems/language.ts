import type { Request } from 'express';

export type Language = 'zh-CN' | 'en';

/** The caller's language by `Accept-Language`; Chinese unless English is preferred. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN';
}
