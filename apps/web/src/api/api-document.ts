/** What the pages read of the API's document (OpenAPI 3.0): the bodies its commands take. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface Schema {
  readonly $ref?: string;
  /** Of one member: a reference beside which something else is said. */
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}

/**
 * The schema of the body of a command.
 *
 * @param path as the API gives it, with the case's id where the document has `{case}`
 * @returns null where the document has no such command, or it takes no body
 */
export function bodySchema(document: ApiDocument, path: string): Schema | null {
  const steps = path.split('/');
  const fits = (named: string) => {
    const parts = named.split('/');
    return parts.length === steps.length && parts.every((part, at) => part.startsWith('{') || part === steps[at]);
  };
  // An exact path goes before one with a parameter in the same place.
  const named = path in document.paths ? path : Object.keys(document.paths).find(fits);
  const body = named === undefined ? undefined : document.paths[named]?.post?.requestBody;
  const schema = body?.content['application/json']?.schema;
  return schema ? resolved(document, schema) : null;
}

/** The schema itself, with what was said beside the reference to it. */
export function resolved(document: ApiDocument, schema: Schema): Schema {
  const { $ref, allOf, ...own } = schema;
  const named = $ref === undefined ? allOf?.[0] : document.components.schemas[$ref.split('/').at(-1)!];
  return named ? { ...resolved(document, named), ...own } : own;
}
