// node shoot.mjs URL OUT.png WIDTH [HEIGHT] [full]: a screenshot, and every request that left the page's own origin.
import { chromium } from "playwright-core";
import { existsSync } from "node:fs";

const [url, out, width, height = "900", full] = process.argv.slice(2);
const places = (process.env.PATH ?? "").split(":");
const executablePath = ["chromium", "chromium-browser", "google-chrome"]
  .flatMap((name) => places.map((place) => `${place}/${name}`))
  .find((path) => existsSync(path));
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: +width, height: +height } });
const foreign = [], errors = [];
page.on("request", (r) => { if (new URL(r.url()).origin !== new URL(url).origin && !r.url().startsWith("data:")) foreign.push(r.url()); });
page.on("console", (m) => { if (m.type() === "error") errors.push(m.text()); });
page.on("requestfailed", (r) => errors.push(`${r.url()} ${r.failure()?.errorText}`));
page.on("pageerror", (e) => errors.push(String(e)));
await page.goto(url, { waitUntil: "load" });
await page.screenshot({ path: out, fullPage: full === "full" });
const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
console.log(JSON.stringify({ foreign, errors, overflow }));
await browser.close();
