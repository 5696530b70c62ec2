// One Chromium for a file of cases. `each` runs `play` on one after another, closes what it opened (unless `kept`), and keeps what went
// wrong as {fault}, so that one case that fails takes no other with it.
import { chromium } from "playwright-core";
import { existsSync } from "node:fs";

const executablePath = ["chromium", "chromium-browser", "google-chrome"]
  .flatMap((name) => (process.env.PATH ?? "").split(":").map((place) => `${place}/${name}`))
  .find((path) => existsSync(path));

export async function each(cases, play, kept = false) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  const out = [];
  for (const one of cases) {
    const before = browser.contexts().length;
    out.push(await play(browser, one).catch((e) => ({ fault: String(e) })));
    if (!kept) for (const context of browser.contexts().slice(before)) await context.close();
  }
  await browser.close();
  return out;
}
