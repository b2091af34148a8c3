export default {
  title: 'Export',
  lede: 'Everything you may read, without a limit. The file tells the position of the log it rests on, and when it was made. Lists, deadlines and figures of a moment of the past are exported on their own pages.',
  progress: 'Being exported',
  begun: 'Being prepared…',
  running: 'Being exported: {{rows}} rows in all, {{size}} kB so far.',
  runningRows: 'Being exported: row {{written}} of {{rows}}.',
  done: '{{rows}} rows exported, {{size}} kB.',
  restsOn: 'Rests on position {{position}} of the log',
  madeAt: 'made at {{at}}',
  and: '; ',
  mining: {
    title: 'The log of cases, for process mining',
    about:
      'What happened in which case, when and with which office, for programs that analyse processes; no text and no person. Its rows are cases.',
  },
  thisList: 'Export this table',
};
