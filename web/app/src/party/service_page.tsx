// One service: how it stands now, and everything dated about it. Also of one that tickets name and the catalogue lacks.
import { useParams } from "@tanstack/react-router";
import { useState } from "react";

import { usePartyName, useServiceName, useServices } from "../frame/known";
import { Panel } from "../part/panel";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { useMay } from "../session/me";
import { labelled } from "../words/format";
import { useWords } from "../words/words";
import { AddDialog } from "./add_dialog";
import { useDatedOfService } from "./dated";
import { reference_from } from "./events";
import { OpenTickets, is_late, useOpenTickets } from "./now";
import { TimeLine } from "./time_line";
import { party_words } from "./words";
import "./party.css";

export function ServicePage() {
  const say = useWords("party", party_words);
  const may = useMay();
  const party = usePartyName();
  const service_name = useServiceName();
  const { reference } = useParams({ strict: false }) as { reference: string };
  const [adds, add] = useState(false);
  const services = useServices();
  const service = services.data?.find((each) => each.reference === reference || each.designation === reference);
  const designation = service?.designation ?? reference;
  const tickets = useOpenTickets({ service: designation }, may("read_tickets") && services.data !== undefined);
  const dated = useDatedOfService(services.data ? designation : "");
  if (services.error) return <ToldProblem is_page error={services.error} again={() => void services.refetch()} />;
  if (!services.data) return <Waiting rows={8} label={reference} />;
  const open = tickets.data ?? [];
  const late = open.filter(is_late).length;
  const name = service_name(designation);
  return (
    <>
      <div className="headline"><h1>{late > 0 ? say("late_of", { name, late, open: open.length }) : open.length > 0 ? say("calm_of", { name, open: open.length }) : say("idle_of", { name })}</h1></div>
      <div className="pt-cols">
        <div className="stack"><TimeLine {...dated} /></div>
        <div className="stack">
          <OpenTickets tickets={open} search={{ service: designation }} />
          <Panel title={say("service")} acts={!service && may("write_catalogue") ? <button type="button" className="btn xs" onClick={() => add(true)}>{say("take_in")}</button> : undefined}>
            <div className="pt-body t"><p className="m">{labelled(say("designation"), designation)}</p>{service && <p className="m">{say("reference")} <code>{service.reference}</code></p>}{service?.owner && <p className="m">{labelled(say("owner"), party(service.owner))}</p>}</div>
          </Panel>
        </div>
      </div>
      {adds && <AddDialog added="service" begin={{ name_fr: designation, name_en: designation, designation, reference: reference_from(designation) }} close={() => add(false)} />}
    </>
  );
}
