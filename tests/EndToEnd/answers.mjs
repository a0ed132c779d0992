// Holds answers to the API's description with other people's tools: says whether docs/openapi.json is valid OpenAPI, then takes a
// line of JSON for each answer ({method, path, status, type, body}) and says "ok", or what is wrong with it.
// Usage: node answers.mjs docs/openapi.json
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const near = createRequire(new URL("../package.json", import.meta.url));
const { Validator } = await import(pathToFileURL(near.resolve("@seriousme/openapi-schema-validator")));
const Ajv = near("ajv/dist/2020").default;
const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { valid, errors } = await new Validator().validate(structuredClone(document));
console.log(valid ? "valid" : JSON.stringify(errors));

const ajv = new Ajv({ strict: false, allErrors: true });
near("ajv-formats").default(ajv);
ajv.addSchema(document, "api");
const paths = Object.entries(document.paths).map(([path, operations]) => ({
  operations,
  literal: path.replaceAll(/\{\w+\}/g, "").length,
  pattern: new RegExp(`^${path.replaceAll(/[.]/g, "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`),
})).sort((a, b) => b.literal - a.literal);
const compiled = new Map();

/** Nothing that is not described may be in it. */
const schemaOf = (schema) => {
  const key = JSON.stringify(schema);
  if (!compiled.has(key)) compiled.set(key, ajv.compile({ ...JSON.parse(key.replaceAll('"#/', '"api#/')), unevaluatedProperties: false }));
  return compiled.get(key);
};

const wrong = ({ method, path, status, type, body }) => {
  const operation = paths.find(({ pattern, operations }) => pattern.test(path) && operations[method.toLowerCase()])?.operations[method.toLowerCase()];
  if (!operation) return "no such operation is described";
  const named = operation.responses[status] ?? operation.responses[`${`${status}`[0]}XX`];
  if (!named) return `it answers ${status}, which is not described`;
  const response = named.$ref ? named.$ref.split("/").slice(1).reduce((node, part) => node[part], document) : named;
  if (!body) return response.content ? "it has no body, and one is described" : undefined;
  const content = response.content?.[type];
  if (!content) return `it is ${type}, which is not described`;
  if (!type.endsWith("json")) return undefined;
  const check = schemaOf(content.schema);
  return check(JSON.parse(body)) ? undefined : ajv.errorsText(check.errors);
};

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(wrong(JSON.parse(line)) ?? "ok");
  } catch (error) {
    console.log(`${error}`.split("\n")[0]);
  }
}
