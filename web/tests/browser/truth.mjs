import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const description = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'));
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(description, 'api');

const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    operation,
  })),
);

/** Of several that fit, the one with the most that is fixed: /playback/{id}.m3u8 before /playback/{id}. */
const operationOf = (method, path) =>
  operations.filter((each) => each.method === method && each.pattern.test(path)).sort((a, b) => fixed(b) - fixed(a))[0];
const fixed = ({ path }) => path.replace(/\{[^}]+\}/g, '').length;

const validators = new Map();
const pointer = (...parts) => `api#/${parts.map((part) => encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'))).join('/')}`;
function faults(reference, value) {
  if (!validators.has(reference)) validators.set(reference, ajv.compile({ $ref: reference }));
  const validate = validators.get(reference);
  return validate(value) ? [] : validate.errors.map((error) => `${error.instancePath || 'it'} ${error.message}`);
}

/**
 * What a request and its answer have in them that the API's description has not; empty when it says just this.
 * `body` and `answer` are parsed JSON, or undefined.
 */
export function untruths({ method, path, query = new URLSearchParams(), body, status, answer }) {
  const found = operationOf(method, path);
  if (!found) return [`${method} ${path}: there is no such operation`];
  const { operation } = found;
  const at = ['paths', found.path, method.toLowerCase()];
  const wrong = [];
  const keys = (operation.security ?? []).flatMap((each) => Object.keys(each)).map((name) => description.components.securitySchemes[name]);
  const known = [...(operation.parameters ?? []), ...keys].filter((each) => each.in === 'query').map((each) => each.name);
  for (const name of query.keys()) if (!known.includes(name)) wrong.push(`it takes no ${name}`);
  const asked = operation.requestBody?.content?.['application/json'];
  if (body !== undefined && !asked) wrong.push('it takes no body');
  // What is refused may have been wrong.
  if (body !== undefined && asked && status < 400) {
    wrong.push(...faults(pointer(...at, 'requestBody', 'content', 'application/json', 'schema'), body));
    const { $ref } = asked.schema;
    const fields = $ref && Object.keys(description.components.schemas[$ref.split('/').pop()].properties ?? {});
    for (const name of fields ? Object.keys(body) : []) if (!fields.includes(name)) wrong.push(`its body has no ${name}`);
  }
  if (status >= 400) return [...wrong, ...faults('api#/components/schemas/Problem', answer)].map(telling(method, path));
  const response = operation.responses[status];
  if (!response) wrong.push(`it never answers ${status}`);
  else if (response.content?.['application/json']) wrong.push(...faults(pointer(...at, 'responses', String(status), 'content', 'application/json', 'schema'), answer));
  else if (answer !== undefined) wrong.push('it answers without a body');
  return wrong.map(telling(method, path));
}

const telling = (method, path) => (text) => `${method} ${path}: ${text}`;
