// node ical.mjs FILE.ics: every event as Thunderbird's parser reads it. Fails on what it cannot read.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const page = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
const zones = page.getAllSubcomponents("vtimezone").map((z) => new ICAL.Timezone(z));
for (const zone of zones) ICAL.TimezoneService.register(zone.tzid, zone);
const events = page.getAllSubcomponents("vevent").map((part) => {
  const event = new ICAL.Event(part);
  return { uid: event.uid, summary: event.summary, description: event.description, zone: event.startDate.zone.tzid,
    start: event.startDate.toString(), utc: event.startDate.toJSDate().toISOString(),
    minutes: event.duration.toSeconds() / 60, url: part.getFirstPropertyValue("url"),
    stamp: part.getFirstPropertyValue("dtstamp").toString() };
});
if (!events.length) throw new Error("no event");
if (events.some((e) => !e.uid || !e.start)) throw new Error("an event without an id or a start");
console.log(JSON.stringify({ zones: zones.map((z) => z.tzid), events }));
