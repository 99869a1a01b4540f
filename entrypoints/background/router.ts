import { browser } from 'wxt/browser';
import {
  type Answers,
  type PageRequest,
  pageRequestSchema,
  type Trouble,
  type TrustedRequest,
  trustedRequestSchema,
} from '../../lib/messages.ts';
import { troubleOf } from '../../lib/store/trouble.ts';
import { rememberList } from './remember-list.ts';

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

export interface Handlers {
  page(request: PageRequest): Promise<Answers[PageRequest['type']]>;
  trusted(request: TrustedRequest): Promise<Answers[TrustedRequest['type']]>;
}

const PAGE_ORIGIN = 'https://focus.teamleader.eu';

/**
 * Lets each request in by the door that its sender may use. What the sender says of itself counts for nothing:
 * the browser's own stamp on the message does.
 */
export function listen(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    if (isOwnPage(sender)) {
      const request = trustedRequestSchema.safeParse(message);
      return request.success ? handlers.trusted(request.data).catch(told) : undefined;
    }
    if (isInvoicePage(sender)) {
      const request = pageRequestSchema.safeParse(message);
      if (!request.success) return undefined;
      if (showsInvoices(request.data)) void rememberList(sender.url);
      return handlers.page(request.data);
    }
    return undefined;
  });
}

const showsInvoices = (request: PageRequest): boolean =>
  'rows' in request && request.reading.page === 'list' && request.rows.some(({ kind }) => kind === 'invoice');

const told = (error: unknown): Trouble => ({ trouble: troubleOf(error) });

const isOwnPage = (sender: Sender): boolean => sender.url?.startsWith(browser.runtime.getURL('/')) === true;

const isInvoicePage = (sender: Sender): sender is Sender & { readonly url: string } =>
  sender.tab !== undefined &&
  sender.frameId === 0 &&
  sender.url !== undefined &&
  URL.canParse(sender.url) &&
  new URL(sender.url).origin === PAGE_ORIGIN;
