// A receiver of webhooks that checks each message with the library of Standard Webhooks, as a customer's would. The first
// message is answered with 500 and comes again. Prints its port, "refused" for the first, then what was taken as a line of JSON
// each, and ends after COUNT.
// Usage: node receive.mjs SECRET_FILE COUNT   (the file appears once the secret is known)
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { Webhook } = createRequire(new URL("../package.json", import.meta.url))("standardwebhooks");
const [file, count] = [process.argv[2], Number(process.argv[3])];
let [seen, taken] = [0, 0];
const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    try {
      if (!existsSync(file)) throw new Error("The secret is not known yet.");
      const message = new Webhook(readFileSync(file, "utf8")).verify(Buffer.concat(parts).toString(), request.headers);
      if (++seen === 1) {
        console.log("refused");
        return response.writeHead(500).end();
      }
      console.log(JSON.stringify({ id: request.headers["webhook-id"], ...message }));
      response.writeHead(204).end(() => ++taken === count && process.exit(0));
    } catch (error) {
      console.error(error.message);
      response.writeHead(400).end();
    }
  });
}).listen(0, "127.0.0.1", () => console.log(server.address().port));
setTimeout(() => process.exit(1), 120_000);
