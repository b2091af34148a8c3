import { applyDecorators, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CommandAnswer } from './answer.js';
import { EnvelopeFaults } from './command-envelope.js';

/** A controller whose routes are commands, under the path where its cases are lodged or found. */
export const CommandRoutes = (tag: string, path: string) =>
  applyDecorators(
    ApiTags(tag),
    ApiBearerAuth(),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The command id, a UUID chosen by the sender' }),
    UseInterceptors(EnvelopeFaults),
    Controller(path),
  );

/** One route a command; its name in the path, its words in the body. */
export const CommandRoute = (path: string, summary: string) =>
  applyDecorators(
    Post(`:case/${path}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiParam({ name: 'case', type: String, description: 'Case id or case number' }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Revision decided on, in quotes; 412 when the case has moved',
    }),
    ApiOkResponse({ type: CommandAnswer }),
  );

/** @param path below that of the kind, where it has more than one way in */
export const LodgeRoute = (summary: string, path = '') =>
  applyDecorators(Post(path), ApiOperation({ summary }), ApiCreatedResponse({ type: CommandAnswer }));
