// node ase.mjs FILE: the colours that another reader of Adobe swatches finds, as JSON.
import ase from "ase-util";
import { readFileSync } from "node:fs";

console.log(JSON.stringify(ase.read(readFileSync(process.argv[2]))));
