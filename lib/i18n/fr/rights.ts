import type { RightsTexts } from '../en/rights.ts';

export const rights: RightsTexts = {
  rights: {
    title: 'Vos droits dans Exact',
    granted: 'accordé',
    missing: 'manquant',
    checkAgain: 'Vérifier à nouveau',
    allGranted: 'Les cinq droits sont accordés.',
    askFor:
      'Demandez à l’administrateur de {division} dans Exact ce qui manque (Utilisateurs, puis Droits), et vérifiez à nouveau.',
    names: {
      manageAccounts: 'Gérer les relations',
      salesEntries: 'Saisir, modifier et supprimer des écritures de vente',
      debtorReports: 'Consulter les rapports débiteurs',
      creditorReports: 'Consulter les rapports créditeurs',
      masterData: 'Consulter les données de base financières',
    },
    reasons: {
      manageAccounts: 'pour trouver les clients et créer les nouveaux',
      salesEntries: 'pour comptabiliser factures et notes de crédit, et les relire',
      debtorReports: 'pour voir quelles factures sont payées',
      creditorReports: 'pour voir ce qui a été remboursé aux clients',
      masterData: 'pour lire les journaux, codes TVA et conditions de paiement',
    },
  },
};
