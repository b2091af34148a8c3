/** What the process gives to the casework modules; the app binds them (Nest injection tokens). */
export const EVENT_STORE = Symbol('EventStore');
export const SERVER_CLOCK = Symbol('ServerClock');
export const OFFICES = Symbol('OfficeDirectory');
export const LAW = Symbol('LawDirectory');
export const PRIVACY = Symbol('Privacy');
export const CASE_FINDER = Symbol('CaseFinder');
