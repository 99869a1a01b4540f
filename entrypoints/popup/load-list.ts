import type { ConnectionList } from './ConnectionList.tsx';

export type List = typeof ConnectionList;

/** One connection is drawn without it. */
export const loadList = (): Promise<List> => import('./ConnectionList.tsx').then((loaded) => loaded.ConnectionList);
