/** A program which tells people and nothing else, to be killed: its arguments are the database, the key and the mail server. */
import { openParts } from '../../dist/libs/casework/kernel/parts.js';
import { smtpChannel } from '../../dist/libs/notices/channels/smtp.js';
import { runNotices } from '../../dist/libs/notices/run-notices.js';
import { createLogger } from '../../dist/libs/platform/logging.js';

const [databaseUrl, masterKeyPath, smtpUrl] = process.argv.slice(2);
const parts = openParts(
  { databaseUrl, eventStoreUrl: null, masterKeyPath },
  'notices',
  createLogger('notices', 'fatal'),
);
const channels = [smtpChannel({ url: smtpUrl, from: 'notices@redress.example' })];
runNotices({ ...parts, channels, publicUrl: 'http://redress.example' }, (error) => console.error(error));
console.log('the notices run');
