/**
 * May what was read then still be used? What is dated ahead of the clock is not: the clock was wrong then, or is now.
 * @param at epoch milliseconds
 */
export const isFresh = (at: number, now: number, forMs: number): boolean => at <= now && now - at < forMs;
