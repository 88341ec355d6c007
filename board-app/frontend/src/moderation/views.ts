import { QUEUES } from '../api/admin';

export const VIEWS = [...QUEUES, 'blocks', 'words', 'audit'] as const;

export type View = (typeof VIEWS)[number];
