/**
 * Where the background keeps its last answer, for a page to draw at once while the worker still wakes up. It lies in the
 * session's storage, which an update of the extension empties, so that no page meets the shape of another version.
 */
export const SNAPSHOT = 'snapshot/setup';
