import * as v from 'valibot';

const text = v.fallback(v.optional(v.string()), undefined);

const FieldErrorSchema = v.object({
  pointer: text,
  code: text,
  message: v.string(),
});

/** RFC 9457. A part that is missing or malformed is left out: the answer may come from any hop on the way. */
const ProblemSchema = v.object({
  type: text,
  title: text,
  detail: text,
  traceId: text,
  errors: v.fallback(v.optional(v.array(FieldErrorSchema)), undefined),
});

export type FieldError = v.InferOutput<typeof FieldErrorSchema>;
export type Problem = v.InferOutput<typeof ProblemSchema>;

export async function readProblem(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (!isProblem) return {};
  const parsed = v.safeParse(ProblemSchema, await response.json().catch(() => undefined));
  return parsed.success ? parsed.output : {};
}

/** The field that a JSON pointer names: `/body` and `#/body` are both in use. An error may name none. */
export function fieldOf(error: FieldError): string | undefined {
  return error.pointer?.replace(/^#?\//, '');
}
