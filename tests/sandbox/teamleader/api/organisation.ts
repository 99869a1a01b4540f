import { z } from 'zod';
import type { Business, BusinessCompanyEntity, BusinessUser } from '../../business/business.ts';
import { data } from '../answers.ts';
import { uuidFrom } from '../ids.ts';
import { contains, pageOf, sorted, wanted } from './lists.ts';
import { type Method, method, notFound } from './method.ts';
import { ids, onlyId, page, sort } from './schemas.ts';
import { reference } from './views.ts';

const departmentsList = z.strictObject({
  filter: z.strictObject({ ids, status: z.array(z.enum(['active', 'archived'])).optional() }).optional(),
  sort: sort('default_department', 'name', 'created_at'),
});

const usersList = z.strictObject({
  filter: z
    .strictObject({
      ids,
      term: z.string().optional(),
      status: z.array(z.enum(['active', 'deactivated'])).optional(),
    })
    .optional(),
  sort: sort('first_name', 'last_name', 'email', 'function'),
  page,
});

/** Numbers of the old API that `migrate.id` knows are those of documents. */
const migrateId = z.strictObject({
  type: z.enum(
    'account user department product contact company deal dealPhase project milestone task meeting call ticket invoice creditNote subscription quotation timeTracking customField'.split(
      ' ',
    ),
  ),
  id: z.int(),
});

const USER_FUNCTION = 'Office manager';

export const organisationMethods: readonly Method[] = [
  method('users.me', z.strictObject({}), (_, { user, business }) =>
    data({
      ...userView(user, business),
      email_verification_status: 'confirmed',
      time_zone: business.country === 'BE' ? 'Europe/Brussels' : 'Europe/Amsterdam',
      preferences: { invoiceable: true, historic_time_tracking_limit: null, whitelabeling: false },
    }),
  ),

  method('users.list', usersList, ({ filter, sort: by, page: asked }, call) => {
    const { user, business } = call;
    const found = [user].filter(
      ({ id: userId, firstName, lastName, email }) =>
        wanted(filter?.ids, userId) &&
        contains(filter?.term, firstName, lastName, email, USER_FUNCTION) &&
        wanted(filter?.status, 'active'),
    );
    const inOrder = sorted(found, by, [], {
      first_name: ({ firstName }) => firstName,
      last_name: ({ lastName }) => lastName,
      email: ({ email }) => email,
      function: () => USER_FUNCTION,
    });
    return data(
      pageOf(inOrder, asked, call).items.map((listed) => ({
        ...userView(listed, business),
        status: 'active',
        teams: [],
      })),
    );
  }),

  method('departments.list', departmentsList, ({ filter, sort: by }, { business }) => {
    const entities = [business.companyEntity, business.otherCompanyEntity];
    const found = entities.filter((entity) => wanted(filter?.ids, entity.id) && wanted(filter?.status, 'active'));
    const position = (entity: BusinessCompanyEntity) => entities.indexOf(entity);
    const inOrder = sorted(found, by, [{ field: 'default_department' }], {
      default_department: position,
      name: ({ name }) => name,
      created_at: position,
    });
    return data(inOrder.map(departmentView));
  }),

  method('departments.info', onlyId, ({ id: departmentId }, { business }) => {
    const entity = [business.companyEntity, business.otherCompanyEntity].find((each) => each.id === departmentId);
    return entity === undefined ? notFound('Department') : data(departmentDetails(entity, business));
  }),

  method('migrate.id', migrateId, ({ type, id: number }, { ledger }) => {
    const documents = { invoice: ledger.invoices, creditNote: ledger.creditNotes };
    if (type !== 'invoice' && type !== 'creditNote') return notFound(type);
    const found = [...documents[type].values()].find(({ legacyId }) => legacyId === number);
    return found === undefined ? notFound(type) : data(reference(type, found.id));
  }),
];

function userView(user: BusinessUser, business: Business) {
  return {
    id: user.id,
    account: reference('account', uuidFrom('account', business.seed)),
    first_name: user.firstName,
    last_name: user.lastName,
    email: user.email,
    telephones: [],
    language: user.language,
    function: USER_FUNCTION,
  };
}

function departmentView({ id: departmentId, name, vatNumber, currency }: BusinessCompanyEntity) {
  return { id: departmentId, name, vat_number: vatNumber, currency, emails: [], status: 'active' };
}

function departmentDetails(entity: BusinessCompanyEntity, { country }: Business) {
  return {
    ...departmentView(entity),
    address: { line_1: null, postal_code: null, city: null, country, area_level_two: null },
    telephones: [],
    website: null,
    iban: null,
    bic: null,
    fiscal_regime: null,
  };
}
