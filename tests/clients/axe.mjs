// node axe.mjs URL...: accessibility violations (axe-core, WCAG 2.2 AA), foreign requests, console errors and overflow, at three widths.
import { chromium } from "playwright-core";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const places = (process.env.PATH ?? "").split(":");
const executablePath = ["chromium", "chromium-browser", "google-chrome"]
  .flatMap((name) => places.map((place) => `${place}/${name}`))
  .find((path) => existsSync(path));
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const out = [];
for (const url of process.argv.slice(2)) {
  for (const width of [390, 1440]) {
    // The page's own CSP would stop axe, not the page: what the page asks for is watched all the same.
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const foreign = [], errors = [];
    page.on("request", (r) => {
      if (new URL(r.url()).origin !== new URL(url).origin && !r.url().startsWith("data:")) foreign.push(r.url());
    });
    page.on("console", (m) => { if (m.type() === "error") errors.push(m.text()); });
    page.on("pageerror", (e) => errors.push(String(e)));
    await page.goto(url, { waitUntil: "load" });
    const seen = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      scripts: [...document.scripts].filter((s) => s.type !== "application/ld+json").length,
      broken: [...document.images].filter((i) => i.loading !== "lazy" && (!i.complete || !i.naturalWidth)).map((i) => i.src),
      tracks: [...document.querySelectorAll("track")].length,
    }));
    const cues = await page.evaluate(async () => {
      const track = document.querySelector("track");
      if (!track) return 0;
      track.track.mode = "hidden";
      for (let i = 0; i < 40 && track.readyState < 2; i++) await new Promise((r) => setTimeout(r, 50));
      return track.track.cues?.length ?? 0;
    });
    await page.evaluate(axe);
    const report = await page.evaluate(() => window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
    out.push({ url, width, foreign, errors, cues, ...seen,
      violations: report.violations.map((v) => ({ id: v.id, nodes: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " | " + n.failureSummary.slice(0, 200)) })) });
    await context.close();
  }
}
console.log(JSON.stringify(out));
await browser.close();
