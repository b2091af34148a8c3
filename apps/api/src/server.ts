import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import express, { type Request, type Response, type NextFunction } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module.js';
import type { Foundation } from './foundation/foundation.module.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { jsonBody } from './problems/json-body.js';
import { DoorValidation } from './problems/validation.js';

/** The largest body a command may have; evidence goes another way. */
const largestBody = '1mb';

/** Longer than proxies and browsers do: on a connection closed by us just when it is used again, a command would fail. */
const keepsConnectionMs = 75_000;

/** The HTTP server, ready to listen. */
export async function createServer(foundation: Foundation): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(foundation), {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  app.getHttpServer().keepAliveTimeout = keepsConnectionMs;
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('etag', false);
  // Tokens and files of cases are nobody's to keep.
  app.use('/api', (_: Request, response: Response, next: NextFunction) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use(securityHeaders());
  app.use(jsonBody(largestBody));
  app.useGlobalPipes(new DoorValidation());
  app.useGlobalFilters(new ProblemFilter(foundation.logger));
  SwaggerModule.setup('api/docs', app, () => openApi(app), { jsonDocumentUrl: 'api/docs-json' });
  if (foundation.settings.webRoot !== null) servePages(app, foundation.settings.webRoot);
  return app;
}

export function openApi(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Redress 清欠维权')
    .setDescription(
      'Commands in, queries out. Money: decimal strings in yuan. Dates: Asia/Shanghai. Revisions and positions: decimal strings.',
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** Strict for the pages; the API's own documentation page brings its styles and start script inline. */
function securityHeaders() {
  const strict = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
  });
  const documentation = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'unsafe-inline'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
  });
  return (request: Request, response: Response, next: NextFunction) =>
    (request.path.startsWith('/api/docs') ? documentation : strict)(request, response, next);
}

/** The built web app; an address which is no file and no API is a page of it. */
function servePages(app: NestExpressApplication, webRoot: string): void {
  const hashed = express.static(join(webRoot, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false });
  app.use('/assets', hashed);
  app.use(express.static(webRoot, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!['GET', 'HEAD'].includes(request.method) || request.path === '/api' || request.path.startsWith('/api/'))
      return next();
    response.set('Cache-Control', 'no-cache').sendFile(join(webRoot, 'index.html'));
  });
}
