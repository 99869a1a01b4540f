/** What is to be mended in the document or its customer, or in what Exact has of them. */

import type { Only } from '../../lib/store/records.ts';
import { preview } from '../../lib/sync/preview.ts';
import { lookAgain, orderAgain } from '../../lib/sync/settle-drift.ts';
import { run } from '../unit/sync/world.ts';
import { type Case, type CaseName, documentsTell } from './case.ts';
import { byHand, documentIn, entryIn, sale } from './sale.ts';

const tax = (base: string, vat: string) => [{ rate: '0.21', base, vat }];

const DOLLARS = { currency: 'USD', exchangeRate: '0.9214' } as const;

export const DOCUMENT_WRONG = {
  'totalsDiffer net': { options: sale({ totals: { net: '200.00', gross: '221.00', taxes: tax('200.00', '21.00') } }) },
  'totalsDiffer vat': { options: sale({ totals: { vat: '25.00', gross: '125.00', taxes: tax('100.00', '25.00') } }) },
  'totalsDiffer gross': { options: sale({ totals: { gross: '130.00' } }) },
  amountTooFine: { options: sale({ totals: { net: '100.005', taxes: tax('100.005', '21.00') } }) },
  vatNumberInvalid: { options: sale({ customer: { vatNumber: 'BE0123456789', inExact: 'no' } }) },
  vatNumberNeeded: {
    options: sale({ customer: { vatNumber: null }, taxRate: { kind: 'intraCommunityServices', rate: '0' } }),
  },
  customerMissing: {
    options: sale(),
    happen: (world) => world.sandbox.teamleader.ledger.removeCustomer(documentIn(world).customerId),
  },
  customerBlocked: { options: sale({ customer: { inExact: 'blocked' } }) },
  customerAmbiguous: { options: sale({ customer: { inExact: 'twice' } }) },
  currencyNotActive: { options: sale({ document: { currency: 'SEK', exchangeRate: '0.0874' } }) },
  currencyNotAllowed: {
    options: sale({
      document: DOLLARS,
      business: (business) => ({
        ...business,
        journals: business.journals.map((journal) => ({ ...journal, allowVariableCurrency: false })),
      }),
    }),
  },
  // The company entity counts in dollars, the division in euros: the rate that is stated leads past it.
  exchangeRateMissing: {
    options: sale({
      document: { currency: 'GBP', exchangeRate: '1.27' },
      business: (business) => ({ ...business, companyEntity: { ...business.companyEntity, currency: 'USD' } }),
    }),
  },
  exchangeRateUnclear: { options: sale({ document: { currency: 'USD', exchangeRate: '0.09214' } }) },
  taxWithheld: { options: sale({ document: { withheld: [{ base: '100.00', withheld: '20.00' }] } }) },
  noLines: { options: sale({ document: { lines: [] } }) },
  entryNumberTaken: {
    options: sale({
      bookedByHand: (document) => [
        byHand(document, {
          entryNumber: Number(document.date.slice(2, 4)) * 1_000_000 + 1,
          yourRef: null,
          lines: [{ glAccountCode: '700000', vatCode: '4', net: '50.00', vat: '10.50' }],
        }),
      ],
    }),
  },
  bookedTwice: {
    options: sale({
      bookedByHand: (document) => [
        byHand(document, { entryNumber: 700_001 }),
        byHand(document, { entryNumber: 700_002 }),
      ],
    }),
  },
  periodClosed: { options: sale(), happen: ({ sandbox }) => sandbox.exact.closePeriodsBefore('2030-01-01') },
  financialYearMissing: {
    options: sale({ document: { date: '2031-01-15', dueOn: '2031-02-14', number: '2031 / 1' } }),
  },
  toBookAgain: {
    options: sale(),
    tried: async (context, world) => {
      await run(context);
      world.sandbox.exact.deleteEntry(entryIn(world).id);
      const { kind, id } = documentIn(world);
      await lookAgain(context, { kind, id });
      await orderAgain(context.database, context.connection.id, { kind, id });
      return documentsTell(context);
    },
  },
  changedSincePreview: {
    options: sale(),
    tried: async (context, world) => {
      const shown: { -readonly [K in keyof Only]: Only[K] } = [];
      await preview(context, null, {
        onStep: async (_progress, documents) => {
          for (const { kind, id, plan } of documents)
            if (plan.do === 'book') shown.push({ kind, id, shown: plan.shown });
        },
        isStopped: () => false,
        sleep: async () => undefined,
      });
      const { id, lines } = documentIn(world);
      const renamed = lines.map((line) => ({ ...line, description: 'Iets anders' }));
      world.sandbox.teamleader.ledger.updateInvoice(id, { lines: renamed });
      const { problem } = await run(context, shown);
      return [problem, ...(await documentsTell(context))];
    },
  },
} satisfies Partial<Record<CaseName, Case>>;
