// Hears what an owner is told, with the genuine client of Web PubSub: prints "connected", then each message as a line of JSON,
// until as many have come as were asked for. Usage: node listen.mjs wss://… COUNT
import { createRequire } from "node:module";

const { WebPubSubClient } = createRequire(new URL("../package.json", import.meta.url))("@azure/web-pubsub-client");
const [url, count] = [process.argv[2], Number(process.argv[3])];
const client = new WebPubSubClient({ getClientAccessUrl: async () => url });
let heard = 0;
client.on("connected", () => console.log("connected"));
client.on("group-message", ({ message }) => {
  console.log(JSON.stringify({ group: message.group, ...message.data }));
  if (++heard === count) client.stop();
});
client.on("stopped", () => process.exit(0));
setTimeout(() => {
  console.error(`only ${heard} of ${count} came`);
  process.exit(1);
}, 120_000);
await client.start();
