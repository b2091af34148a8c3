import { Metadata, status } from '@grpc/grpc-js';
import { isRetryable, retrying } from './retry.js';

const fault = (code: status, details = '', exception?: string) => {
  const metadata = new Metadata();
  if (exception !== undefined) metadata.set('exception', exception);
  return Object.assign(new Error(details), { code, details, metadata });
};

describe('46: A call is made again', () => {
  it.each([
    ['UNAVAILABLE', fault(status.UNAVAILABLE)],
    ['CANCELLED', fault(status.CANCELLED)],
    ['DEADLINE_EXCEEDED', fault(status.DEADLINE_EXCEEDED)],
    ['a time-out of the server', fault(status.ABORTED)],
    ['a stream that was reset', fault(status.INTERNAL)],
    ['not the leader', fault(status.NOT_FOUND, 'Leader info available', 'not-leader')],
    ['no leader known', fault(status.UNKNOWN, 'No leader info available in response')],
    ['no member found', new Error('Failed to discover after 10 attempts.')],
  ])('after %s', (_what, error) => {
    expect(isRetryable(error)).toBe(true);
  });

  it.each([
    ['access denied', fault(status.PERMISSION_DENIED, 'Access Denied', 'access-denied')],
    ['a stream deleted', fault(status.FAILED_PRECONDITION, 'deleted', 'stream-deleted')],
    ['a bad argument', fault(status.INVALID_ARGUMENT)],
    ['an error of ours', new TypeError('x is not a function')],
  ])('but not after %s', (_what, error) => {
    expect(isRetryable(error)).toBe(false);
  });

  it('until it succeeds', async () => {
    let calls = 0;
    const call = () => (++calls < 3 ? Promise.reject(fault(status.UNAVAILABLE)) : Promise.resolve('done'));
    await expect(retrying(5_000, new AbortController().signal, call)).resolves.toBe('done');
    expect(calls).toBe(3);
  });

  it('not longer than it may take: the last fault is told', async () => {
    const call = () => Promise.reject(fault(status.UNAVAILABLE, 'nobody there'));
    await expect(retrying(100, new AbortController().signal, call)).rejects.toThrow('nobody there');
  });

  it('not once it is given up', async () => {
    const given = new AbortController();
    const call = jest.fn(() => {
      given.abort();
      return Promise.reject(fault(status.UNAVAILABLE, 'closing'));
    });
    await expect(retrying(5_000, given.signal, call)).rejects.toThrow('closing');
    expect(call).toHaveBeenCalledTimes(1);
  });
});
