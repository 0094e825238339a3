// What comes: the next works on services; and the papers of the last month that was closed.
import { Link } from "@tanstack/react-router";
import { IconDownload } from "@tabler/icons-react";

import { useServiceName } from "../frame/known";
import { Panel } from "../part/panel";
import { useNow } from "../part/ticker";
import { day, month, time_of_day } from "../words/format";
import { useWords } from "../words/words";
import { DayLeaf } from "./day_leaf";
import { period_name } from "./decision_text";
import { coming } from "./planned";
import { useClosures, useMaintenance } from "./readings";
import { portal_words } from "./words";

export function NextPanel() {
  const say = useWords("portal", portal_words);
  const service_name = useServiceName();
  const now = useNow();
  const works = coming(useMaintenance().data ?? [], now).slice(0, 2);
  const closures = useClosures().data ?? [];
  const last = [...closures].sort((a, b) => b.period.localeCompare(a.period) || b.revision - a.revision)[0];
  return (
    <Panel className="portal-next" title={say("next.title")} acts={<Link to={"/schedule" as never} className="s link">{say("next.all")}</Link>}>
      {works.length === 0 && <p className="portal-none prose">{say("next.none")}</p>}
      {works.map((work) => (
        <div key={work.reference} className="portal-work">
          <DayLeaf at={work.starts_at} />
          <div><b className="prose">{work.title}</b><span>{day(work.starts_at)}, {time_of_day(work.starts_at)} – {time_of_day(work.ends_at)}</span><span>{(work.item && service_name(work.item)) || say("next.every")}</span></div>
        </div>
      ))}
      {last && (
        <a className="portal-paper" href={`/api/closures/${encodeURIComponent(last.reference)}/document`} download>
          <i aria-hidden>DOC</i>
          <span><b>{say("next.document", { period: /^\d{4}-\d{2}$/.test(last.period) ? month(last.period) : period_name(last.period) })}</b><em>{say("next.closed", { day: day(last.as_of) })}</em></span>
          <IconDownload size={18} aria-hidden />
        </a>
      )}
    </Panel>
  );
}
