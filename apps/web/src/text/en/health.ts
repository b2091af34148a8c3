export default {
  clock: {
    wentBack: 'The clock went back: nothing fires until it is right.',
    ranAhead: 'The clock ran ahead: nothing fires and nothing is recorded until it is confirmed.',
    aheadOfLog: 'The clock is far past the newest record: nothing fires and nothing is recorded until it is confirmed.',
    unknown: 'The clock is not right.',
  },
  due: {
    stuck: 'Some rungs or instalments are due and refused: see redress escalation stuck.',
    unattended: 'Nobody looks at what is due: no rung fires until a worker does.',
  },
  parkedHelp:
    'The record of some cases is under repair; their deadlines cannot be told. See redress parked list, and replay them by redress parked replay.',
  unreadHelp:
    'Of some events nobody could be told. See redress parked list; have them told by redress parked replay notices, or give them up by redress parked drop notices.',
  notices: {
    title: 'Notices',
    queued: 'Waiting to be sent',
    oldestSeconds: 'The oldest has waited (seconds)',
    dead: 'Given up after the last try',
    refused: 'Addresses at which there is nobody',
    parked: 'Events that could not be read',
  },
  title: 'Health',
  lede: 'Renewed every 10 seconds.',
  ok: 'All is well',
  degraded: 'Something is wrong; see below',
  views: 'Views',
  view: 'View',
  version: 'Version',
  position: 'Position',
  head: 'Head',
  lagEvents: 'Events behind',
  silentSeconds: 'Seconds since last worked on',
  parked: 'Parked',
  healthy: 'Well',
  unhealthy: 'Not well',
  database: { ok: 'Database: well', unreachable: 'Database: cannot be reached' },
};
