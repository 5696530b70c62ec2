// node gift.mjs FILE.gift: every question as gift-pegjs reads it. Fails on what it cannot read.
import gift from "gift-pegjs";
import { readFileSync } from "node:fs";

const questions = gift.parse(readFileSync(process.argv[2], "utf8"));
if (!questions.some((q) => q.type !== "Category")) throw new Error("no question");
console.log(JSON.stringify(questions));
