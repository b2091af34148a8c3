/** PostgreSQL's clock, one for all processes: an instant in ISO 8601. */
export interface ServerClock {
  now(): Promise<string>;
}

export const zone = 'Asia/Shanghai';
