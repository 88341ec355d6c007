import { ApiError } from '../api/ApiError';
import { fieldOf } from '../api/problem';
import type { Draft } from './draft';

type FieldErrorEntry = [field: keyof Draft, message: string];

function isFormField(field: string | undefined): field is keyof Draft {
  return field === 'author' || field === 'body';
}

/** The parts of a refusal that belong beside a field of the form. */
export function fieldErrorsOf(error: unknown): FieldErrorEntry[] {
  return refusalsOf(error).flatMap((refusal): FieldErrorEntry[] => {
    const field = fieldOf(refusal);
    return isFormField(field) ? [[field, refusal.message]] : [];
  });
}

/** The parts that belong to no field. */
export function otherErrorsOf(error: unknown): string[] {
  return refusalsOf(error)
    .filter((refusal) => !isFormField(fieldOf(refusal)))
    .map((refusal) => refusal.message);
}

function refusalsOf(error: unknown) {
  return (error instanceof ApiError && error.problem.errors) || [];
}
