export default {
  title: 'Export',
  lede: 'Everything you may read, without a limit. The file tells the position of the log it rests on, and when it was made.',
  progress: 'Being exported',
  running: 'Being exported: {{rows}} rows in all, {{size}} kB so far.',
  done: '{{rows}} rows exported, {{size}} kB.',
  restsOn: 'Rests on position {{position}} of the log',
};
