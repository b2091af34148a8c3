import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { UnknownEventError } from '@redress/cases/shared/upcast.js';
import { AppendQueueFullError, AppendTimeoutError, StoreClosedError } from '@redress/event-store/errors.js';
import { createLogger } from '@redress/platform/logging.js';
import { ProblemFilter } from './problem.filter.js';

const failures: Readonly<Record<string, Error>> = {
  'a full queue': new AppendQueueFullError(10_000),
  'a held log': new AppendTimeoutError('overduePayment-1', 30_000),
  'a closed store': new StoreClosedError(),
  'no EventStoreDB': Object.assign(new Error('14 UNAVAILABLE: No connection established'), { code: 14 }),
  'no leader': new Error('Failed to discover after 10 attempts.'),
  'no PostgreSQL': Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  'a newer release': new UnknownEventError('SupplementRequested', 9, 2),
  'a fault of ours': new TypeError('undefined is not a function'),
};

@Controller()
class FailingController {
  @Get(':what')
  fail(@Param('what') what: string): never {
    throw failures[what]!;
  }
}

@Module({ controllers: [FailingController] })
class FailingModule {}

describe('An error on its way out', () => {
  let app: NestExpressApplication;

  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(FailingModule, { logger: false });
    app.useGlobalFilters(new ProblemFilter(createLogger('test', 'fatal')));
    await app.init();
  });

  afterAll(() => app.close());

  const asked = (what: string, language: string) =>
    request(app.getHttpServer())
      .get(`/${encodeURIComponent(what)}`)
      .set('Accept-Language', language);

  test.each([
    ['a full queue', 'storeBusy'],
    ['a held log', 'storeBusy'],
    ['a closed store', 'unavailable'],
    ['no EventStoreDB', 'unavailable'],
    ['no leader', 'unavailable'],
    ['no PostgreSQL', 'unavailable'],
  ])('of %s is 503 with the time to try again, in both languages', async (what, code) => {
    for (const [language, script] of [
      ['zh-CN', /稍后重试/],
      ['en', /please try again/],
    ] as const) {
      const answer = await asked(what, language);
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      expect(answer.headers['content-language']).toBe(language);
      expect(answer.body).toMatchObject({ status: 503, code, title: expect.stringMatching(script) as string });
    }
  });

  test('of an event of a newer release names that, and no time: trying again does not help', async () => {
    const answer = await asked('a newer release', 'en');
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBeUndefined();
    expect(answer.body).toMatchObject({
      code: 'newerRelease',
      title: expect.stringMatching(/newer release/) as string,
    });
  });

  test('of our own making is 500 and says nothing of itself', async () => {
    const answer = await asked('a fault of ours', 'en');
    expect(answer.body).toMatchObject({ status: 500, code: 'unexpected' });
    expect(JSON.stringify(answer.body)).not.toMatch(/undefined is not/);
  });
});
