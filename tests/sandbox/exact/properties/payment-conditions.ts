import type { Properties } from './property.ts';

/** Property to Edm type and the methods that may name it (G get, P post, U put). */
export const paymentConditions: Properties = {
  ID: 'Guid GPU',
  Code: 'String GPU',
  Created: 'DateTime G',
  Creator: 'Guid G',
  CreatorFullName: 'String G',
  CreditManagementScenario: 'Guid GPU',
  CreditManagementScenarioCode: 'String G',
  CreditManagementScenarioDescription: 'String G',
  Description: 'String GPU',
  DiscountCalculation: 'String GPU',
  DiscountPaymentDays: 'Int32 GPU',
  DiscountPercentage: 'Double GPU',
  Division: 'Int32 G',
  Modified: 'DateTime G',
  Modifier: 'Guid G',
  ModifierFullName: 'String G',
  PaymentDays: 'Int32 GPU',
  PaymentDiscountType: 'String GPU',
  PaymentEndOfMonths: 'Int32 GPU',
  PaymentMethod: 'String GPU',
  Percentage: 'Double GPU',
  VATCalculation: 'String GPU',
};
