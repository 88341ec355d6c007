import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GenericSchema } from 'valibot';

const FILE = resolve(import.meta.dirname, '../../api/src/main/resources/openapi.json');

/** As much of JSON Schema as the API's description uses. */
interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  format?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
}

interface Operation {
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

const document = JSON.parse(readFileSync(FILE, 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
};

/** The operation that a request means; undefined if the API has none. */
export function operationOf(method: string, path: string): Operation | undefined {
  const [, operations] =
    Object.entries(document.paths)
      .toSorted(([a], [b]) => a.split('{').length - b.split('{').length)
      .find(([template]) => new RegExp(`^/api/v1${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path)) ?? [];
  return operations?.[method.toLowerCase()];
}

/** The fields that the operation takes in its body. */
export function bodyFieldsOf(operation: Operation): string[] {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return Object.keys((schema && resolved(schema).properties) ?? {});
}

/** Where the page expects what the API does not promise: "items[].reactions: ...". */
export function disagreements(name: string, expected: GenericSchema): string[] {
  const promised = document.components.schemas[name];
  return promised ? compare(expected as Expected, promised, name) : [`${name}: not in the description`];
}

/** What valibot's schemas show of themselves. */
interface Expected {
  type: string;
  wrapped?: Expected;
  entries?: Record<string, Expected>;
  item?: Expected;
  value?: Expected;
  pipe?: Expected[];
}

function compare(expected: Expected, promise: JsonSchema, path: string): string[] {
  const promised = resolved(promise);
  const types = promised.enum ? ['string'] : [promised.type ?? []].flat();
  if (expected.wrapped) {
    const isNullTaken = expected.type.startsWith('null');
    const left = { ...promised, type: types.filter((type) => type !== 'null' || !isNullTaken) };
    return compare(expected.wrapped, left, path);
  }
  const kind = { record: 'object', number: 'number' }[expected.type] ?? expected.type;
  const wrong = types.filter((type) => (type === 'integer' ? 'number' : type) !== kind);
  if (wrong.length > 0 || types.length === 0) return [`${path}: ${types} is not ${kind}`];
  if (expected.item) return compare(expected.item, promised.items ?? {}, `${path}[]`);
  return Object.entries(expected.entries ?? {}).flatMap(([name, entry]) =>
    compareEntry(name, entry, promised, `${path}.${name}`),
  );
}

function compareEntry(name: string, entry: Expected, promised: JsonSchema, path: string): string[] {
  const property = promised.properties?.[name];
  if (!property) return [`${path}: not in the description`];
  const mayBeMissing = ['optional', 'nullish'].includes(entry.type);
  const missing = !mayBeMissing && !promised.required?.includes(name) ? [`${path}: may be missing`] : [];
  return [...missing, ...compare(entry, property, path)];
}

function resolved(schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  return name ? (document.components.schemas[name] ?? {}) : schema;
}
