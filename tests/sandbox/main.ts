/** `npm run sandbox`: the stand-ins alone, for people. */
import { parseArgs } from 'node:util';
import { EXACT_APP, TEAMLEADER_APP } from './credentials.ts';
import { startSandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    country: { type: 'string', default: 'BE' },
    speed: { type: 'string', default: '1' },
    port: { type: 'string', default: '8443' },
    'control-port': { type: 'string', default: '8444' },
    layout: { type: 'string', default: 'classic' },
    language: { type: 'string', default: 'en' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(
    'npm run sandbox -- [--documents N] [--seed S] [--country BE|NL] [--speed X] [--port P] [--control-port P] [--layout classic|grid|grid-sections] [--language en|nl]',
  );
  process.exit(0);
}

const layout = (['classic', 'grid', 'grid-sections'] as const).find((one) => one === values.layout) ?? 'classic';
const sandbox = await startSandbox({
  documents: Number(values.documents),
  seed: Number(values.seed),
  country: values.country === 'NL' ? 'NL' : 'BE',
  speed: Number(values.speed),
  port: Number(values.port),
  controlPort: Number(values['control-port']),
  switches: { layout, language: values.language === 'nl' ? 'nl' : 'en' },
});
const { teamleader, exact } = sandbox.business.users;
console.log(`The sandbox runs on 127.0.0.1:${sandbox.port} (TLS) and answers for:
  ${sandbox.hosts.join('\n  ')}
Rations and tokens run at ${values.speed} times the real pace.

Teamleader   https://focus.teamleader.eu${sandbox.teamleader.invoiceListPath()}
  log in     ${teamleader.email} / ${teamleader.password}
  app        ${TEAMLEADER_APP.clientId} / ${TEAMLEADER_APP.clientSecret}
Exact        https://start.exactonline.${sandbox.business.country.toLowerCase()}
  log in     ${exact.email} / ${exact.password}
  app        ${EXACT_APP.clientId} / ${EXACT_APP.clientSecret}

Control      ${sandbox.controlUrl}  (GET /calls /ledger /defects /business, POST /faults /switches /clock /orders/exact, DELETE /faults)

Point a Chromium at it with:
  ${sandbox.chromiumArgs.map((argument) => `'${argument}'`).join(' \\\n  ')}

Ctrl-C ends it.`);
process.once('SIGINT', () => void sandbox.close().then(() => process.exit(0)));
