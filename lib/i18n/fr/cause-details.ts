import type { CauseDetailsTexts } from '../en/cause-details.ts';

export const causeDetails: CauseDetailsTexts = {
  unusable: {
    missing: 'introuvable',
    blocked: 'bloqué',
    inclusive: 'TVA comprise',
    notExclusive: 'pas du type TVA non comprise',
    notForSales: 'pas pour les ventes',
    percentageDiffers: 'autre pourcentage',
    notSales: 'pas un journal de ventes',
    notRevenue: 'pas un compte de produits',
  },
  accountUser: {
    productCategory: 'la catégorie de produits « {name} » dans Teamleader',
    taxRate: 'le taux de TVA « {name} » dans la configuration',
    revenue: 'la configuration, comme compte de produits',
    discount: 'la configuration, comme compte de remises',
  },
  figure: { net: 'total hors TVA', vat: 'TVA', gross: 'total TVA comprise' },
  difference: {
    gross: 'le total TVA comprise est {found} au lieu de {sent}',
    vat: 'la TVA est {found} au lieu de {sent}',
    account: 'l’écriture est au nom d’un autre client',
    journal: 'le journal est {found} au lieu de {sent}',
    currency: 'la devise est {found} au lieu de {sent}',
    date: 'la date est {found} au lieu de {sent}',
    yourRef: 'la référence est « {found} » au lieu de « {sent} »',
    paymentCondition: 'la condition de paiement est « {found} » au lieu de « {sent} »',
    grossInDivisionCurrency: 'le total TVA comprise dans la devise de l’administration est {found} au lieu de {sent}',
    lines: 'ses lignes ont d’autres comptes généraux, codes TVA ou montants',
    vatOfLines: 'la TVA de ses lignes est {found} au lieu de {sent}',
  },
};
