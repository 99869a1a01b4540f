import type { CauseDetailsTexts } from '../en/cause-details.ts';

export const causeDetails: CauseDetailsTexts = {
  unusable: {
    missing: 'niet gevonden',
    blocked: 'geblokkeerd',
    inclusive: 'inclusief btw',
    notExclusive: 'niet van het type exclusief',
    notForSales: 'niet voor verkoop',
    percentageDiffers: 'ander percentage',
    notSales: 'geen verkoopdagboek',
    notRevenue: 'geen omzetrekening',
  },
  accountUser: {
    productCategory: 'de productcategorie “{name}” in Teamleader',
    taxRate: 'het btw-tarief “{name}” bij de instellingen',
    revenue: 'de instellingen, als omzetrekening',
    discount: 'de instellingen, als kortingsrekening',
  },
  figure: { net: 'totaal excl. btw', vat: 'btw', gross: 'totaal incl. btw' },
  difference: {
    gross: 'het totaal incl. btw is {found} in plaats van {sent}',
    vat: 'de btw is {found} in plaats van {sent}',
    account: 'de boeking staat op een andere klant',
    journal: 'het dagboek is {found} in plaats van {sent}',
    currency: 'de valuta is {found} in plaats van {sent}',
    date: 'de datum is {found} in plaats van {sent}',
    yourRef: 'de referentie is “{found}” in plaats van “{sent}”',
    paymentCondition: 'de betalingsconditie is “{found}” in plaats van “{sent}”',
    grossInDivisionCurrency: 'het totaal incl. btw in de valuta van de administratie is {found} in plaats van {sent}',
    lines: 'de regels hebben andere grootboekrekeningen, btw-codes of bedragen',
    vatOfLines: 'de btw van de regels is {found} in plaats van {sent}',
  },
};
