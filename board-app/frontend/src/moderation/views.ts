import { QUEUES } from '../api/admin';

export const VIEWS = [...QUEUES, 'audit'] as const;

export type View = (typeof VIEWS)[number];
