import { fill, type Texts } from '../../lib/i18n/index.ts';
import type { WriteView } from '../../lib/messages.ts';

/** A call in words: what was made, and for what. */
export const whatOf = ({ written, name }: WriteView, { history }: Texts): string =>
  fill(history.what[written], { name });

export const whyOf = ({ written, madeFor }: WriteView, { history }: Texts): string =>
  fill(history.why[written], { number: madeFor ?? '' });

/** How it ended; a refusal in the service's own words. */
export const howOf = ({ outcome }: WriteView, { history }: Texts): string =>
  outcome.state === 'refused' ? fill(history.how.refused, { text: outcome.text }) : history.how[outcome.state];
