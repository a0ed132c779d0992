// The quantiles that Datadog's own sketch tells of values, both as JSON.
import { text } from 'node:stream/consumers';
import { createRequire } from 'node:module';

const { DDSketch } = createRequire(new URL('../../../package.json', import.meta.url))('@datadog/sketches-js');

const { accuracy, shares, parts } = JSON.parse(await text(process.stdin));
const sketches = parts.map((values) => {
  const sketch = new DDSketch({ relativeAccuracy: accuracy });
  for (const value of values) sketch.accept(value);
  return sketch;
});
const [whole, ...others] = sketches;
for (const other of others) whole.merge(other);
console.log(JSON.stringify(shares.map((share) => whole.getValueAtQuantile(share))));
