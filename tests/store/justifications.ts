/** Why each permission is asked for: the one source of what the stores are told, held against the manifest by a test. */

const EXACT =
  'The user logs in to Exact Online, his invoices are booked there with their customers and PDFs, and what was paid is read, on the host of the country in which he is a customer.';

export const SINGLE_PURPOSE =
  'Boekbrug books the invoices and credit notes of Teamleader Focus as sales entries in Exact Online, and shows in Teamleader’s own invoice list how each of them stands.';

export const PERMISSIONS: Readonly<Record<string, string>> = {
  storage:
    'Keeps the set-up, the log-ins and the pace of calls in this browser, and reads what a company’s administrator has preset.',
  identity: 'Opens the log-in pages of Teamleader and Exact Online and receives what they answer (OAuth).',
  notifications:
    'Tells how a sync ended that ran in the background, and, where the user wants it, of each paid invoice.',
  alarms: 'Goes on with what a service’s limit has interrupted, and syncs as often as the user has chosen.',
};

export const HOSTS: Readonly<Record<string, string>> = {
  'https://focus.teamleader.eu/*':
    'The user logs in to Teamleader Focus, and the content script adds the sync button and the badges to the invoice list.',
  'https://api.focus.teamleader.eu/*':
    'The user’s invoices, credit notes and customers are read from Teamleader Focus. Payments that were received are registered there, and customers that the user imports from Exact Online are created.',
  'https://start.exactonline.be/*': EXACT,
  'https://start.exactonline.nl/*': EXACT,
};

/** Asked for when the user chooses what needs them. */
export const OPTIONAL_HOSTS: Readonly<Record<string, string>> = {
  'https://start.exactonline.de/*': EXACT,
  'https://start.exactonline.fr/*': EXACT,
  'https://start.exactonline.co.uk/*': EXACT,
  'https://start.exactonline.es/*': EXACT,
  'https://start.exactonline.com/*': EXACT,
  'https://cdn.teamleader.eu/*':
    'Fetches an invoice’s PDF from Teamleader, to store it with the entry in Exact Online.',
};

/** What leaves the browser, by the names of Mozilla’s manifest: for the user’s own services, and for nobody else. */
export const DATA: Readonly<Record<string, string>> = {
  personallyIdentifyingInfo:
    'Names, addresses and VAT numbers of the user’s customers, which go from Teamleader to Exact Online and back.',
  financialAndPaymentInfo: 'Invoices, credit notes and payments, which go from Teamleader to Exact Online and back.',
  authenticationInfo:
    'The keys of the user’s own apps and the tokens of his log-ins, each to the service that gave it.',
};

export const REMOTE_CODE = 'None: all code is in the package, and the policy of its pages allows no other.';
