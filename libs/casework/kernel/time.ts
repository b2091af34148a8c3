/** PostgreSQL's clock, one for all processes: an instant in ISO 8601. */
export interface ServerClock {
  now(): Promise<string>;
  /**
   * The same for something that will be recorded; left out where nothing watches the clock.
   * @throws ClockAheadError while the clock is ahead and nobody has confirmed it
   */
  nowForRecording?(): Promise<string>;
}

export const zone = 'Asia/Shanghai';

export function recordingTime(clock: ServerClock): Promise<string> {
  return clock.nowForRecording?.() ?? clock.now();
}
