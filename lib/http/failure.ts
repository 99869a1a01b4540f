/** Why a call did not bring what was asked, sorted by what may be done about it. */
export type Failure =
  /** No answer, a cut one, or a 5xx: a write may or may not have happened. */
  | { readonly kind: 'noAnswer'; readonly detail: string }
  /** The service gave no token and did not refuse one either: nothing was sent. */
  | { readonly kind: 'noToken'; readonly detail: string }
  /** Nothing was sent: the service's ration is used up until then (epoch milliseconds). */
  | { readonly kind: 'limited'; readonly until: number }
  /** Nothing was sent: the service has refused so much within an hour that it would soon lock us out; until then. */
  | { readonly kind: 'heldBack'; readonly errors: number; readonly until: number }
  /** No token that holds, and none to be had without the user. Nothing was done. */
  | { readonly kind: 'loginNeeded' }
  /** 403: a right is missing, or the division is not allowed. */
  | { readonly kind: 'forbidden'; readonly endpoint: string }
  /** 400, 404 and their kin: the service says no; its own words, for display only. */
  | { readonly kind: 'refused'; readonly status: number; readonly text: string }
  /** An answer that does not parse. For a write: it may have happened. */
  | { readonly kind: 'notUnderstood'; readonly detail: string };

export type HeldBack = Extract<Failure, { kind: 'heldBack' }>;
