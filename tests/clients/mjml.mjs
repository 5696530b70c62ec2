// node mjml.mjs FILE: MJML's own compiler at its strictest. Prints the HTML; complaints go to stderr with exit code 1.
import mjml2html from "mjml";
import { readFileSync } from "node:fs";

try {
  const { html, errors } = await mjml2html(readFileSync(process.argv[2], "utf8"), { validationLevel: "strict" });
  if (errors?.length) throw new Error(errors.map((e) => e.formattedMessage).join("\n"));
  process.stdout.write(html);
} catch (error) {
  console.error(String(error.message ?? error), JSON.stringify(error.errors ?? []));
  process.exitCode = 1;
}
