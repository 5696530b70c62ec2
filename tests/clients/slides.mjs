// node slides.mjs URL...: for each page of slides (slideview.py) the boxes whose text runs over, as the page itself tells in its title.
import { each } from "./browser.mjs";

console.log(JSON.stringify(await each(process.argv.slice(2), async (browser, url) => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => document.title.startsWith("["));
  return { over: JSON.parse(await page.title()), errors, slides: await page.locator(".s").count() };
})));
