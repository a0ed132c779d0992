// Publishes every media file of a folder with one platform and prints a table; exits 1 when one ends neither ready nor
// failed with a code, or when the whole takes longer than the limit.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [stream, folder] = process.argv.slice(2);
const limitMs = Number(process.env.CLIPS_LIMIT_SECONDS ?? 1800) * 1000;
const files = readdirSync(folder).filter((name) => !name.endsWith(".md")).sort();
const data = mkdtempSync(join(tmpdir(), "stream-clips-"));

const child = spawn(stream, ["publish", "--once", "--json", "--data", data, ...files.map((name) => join(folder, name))], {
  stdio: ["ignore", "pipe", "inherit"],
});
let output = "";
child.stdout.on("data", (chunk) => (output += chunk));
const timer = setTimeout(() => child.kill("SIGTERM"), limitMs);
const exitCode = await new Promise((resolve) => child.on("close", resolve));
clearTimeout(timer);
rmSync(data, { recursive: true, force: true });

const results = output.split("\n").filter(Boolean).map((line) => JSON.parse(line));
const pad = (value, width) => String(value ?? "").padEnd(width);
console.log(`${pad("file", 46)}${pad("status", 10)}${pad("first", 8)}${pad("ready", 8)}renditions or reason`);
let bad = results.length === files.length ? 0 : 1;
results.forEach((result, index) => {
  const told = result.status === "ready"
    ? result.renditions.map((rendition) => rendition.name).join(" ")
    : `${result.error?.code}: ${result.error?.message}`;
  if (result.status !== "ready" && !(result.status === "failed" && result.error?.code)) bad++;
  const seconds = (value) => (value === undefined || value === null ? "" : value.toFixed(1));
  console.log(`${pad(files[index], 46)}${pad(result.status, 10)}${pad(seconds(result.seconds?.firstPlayable), 8)}${pad(seconds(result.seconds?.ready), 8)}${told}`);
});
console.log(`${results.length} of ${files.length} files told an outcome; stream publish ended with ${exitCode}.`);
process.exit(bad ? 1 : 0);
