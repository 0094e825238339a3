// Opens a ticket: what is typed is kept through refusals and reloads; what is promised for it is shown at once.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";

import type { Schemas } from "../api/client";
import { client, once, told } from "../api/client";
import { is_problem } from "../api/problem";
import { all_of, useRead } from "../api/queries";
import { useParties, useServices } from "../frame/known";
import { useScope } from "../frame/scope";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { is_of_customer, useMe } from "../session/me";
import { language_now } from "../words/language";
import { useWords } from "../words/words";
import type { Ticket } from "./acts";
import { comment } from "./acts";
import { instant_of_local } from "./local_time";
import { page_words } from "./page_words";
import { Promised } from "./promised";
import "./ticket.css";

type ToOpen = Schemas["TicketToOpen"];
const kept_as = "vigie.new_ticket";
type Typed = { customer: string; title: string; kind: string; priority: string; declared: string; service: string; site: string; channel: string; at: string; description: string };
const nothing: Typed = { customer: "", title: "", kind: "incident", priority: "", declared: "", service: "", site: "", channel: "", at: "", description: "" };

function kept(): Typed {
  try {
    return { ...nothing, ...(JSON.parse(sessionStorage.getItem(kept_as) ?? "{}") as Partial<Typed>) };
  } catch {
    return nothing;
  }
}

/** What a customer tells is declared; what we tell is retained. */
function body_of(typed: Typed, customer: string, in_portal: boolean): ToOpen {
  const at = instant_of_local(typed.at);
  const declared = in_portal ? typed.priority : typed.declared;
  const some = (name: keyof ToOpen, value: string): Partial<ToOpen> => (value.trim() ? { [name]: value.trim() } : {});
  return {
    customer, title: typed.title.trim(), kind: typed.kind, ...some("priority", in_portal ? "" : typed.priority), ...some("declared_priority", declared),
    ...some("service", typed.service), ...some("site", typed.site), ...some("channel", in_portal ? "portal" : typed.channel), ...(at && !in_portal ? { opened_at: at } : {}),
  };
}

type FieldOf = { name: keyof Typed; body_name: string; label: string; hint?: string; children: (common: Common) => ReactNode; error: unknown };
type Common = { name: string; id: string; "aria-invalid": true | undefined; "aria-describedby": string };

function Field({ body_name, label, hint, children, error }: FieldOf) {
  const id = useId();
  const wrong = is_problem(error) ? error.of_field(body_name) : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ name: body_name, id, "aria-invalid": wrong ? true : undefined, "aria-describedby": `${id}.` })}
      <span id={`${id}.`}>{wrong ? <span className="wrong">{wrong}</span> : hint && <span className="hint">{hint}</span>}</span>
    </div>
  );
}

function useChoices(customer: string) {
  const { data: parties } = useParties();
  const { data: services } = useServices();
  const { data: sites } = useRead("site", ["all"], () => all_of((cursor) => told(client.GET("/api/sites", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))));
  // What the customer's latest tickets named: agreements and imports name services that no catalogue has.
  const { data: latest } = useRead("ticket", ["named", customer], (signal) => told(client.GET("/api/tickets", { params: { query: { customer, shown: "all", order: "newest", limit: 100 } }, signal })), { enabled: customer !== "" });
  const of_customer = (latest?.items ?? []).filter((ticket) => ticket.customer === customer);
  const catalogue = (services ?? []).map((service) => service.designation || (language_now() === "fr" ? service.name_fr : service.name_en));
  const places = (sites ?? []).filter((site) => !("customer" in site) || site.customer === customer).map((site) => site.name);
  const both = (a: string[], b: string[]): string[] => [...new Set([...a, ...b])].filter(Boolean).sort((x, y) => x.localeCompare(y));
  return {
    customers: (parties ?? []).filter((party) => party.kind === "customer"),
    services: both(catalogue, of_customer.map((ticket) => ticket.service)), sites: both(places, of_customer.map((ticket) => ticket.site)),
  };
}

function useOpening(in_portal: boolean) {
  const queries = useQueryClient();
  const key = useRef(once());
  return useMutation({
    mutationFn: async ({ body, description }: { body: ToOpen; description: string }): Promise<{ ticket: Ticket; undescribed: unknown }> => {
      const ticket = await told(client.POST("/api/tickets", { params: { header: key.current }, body }));
      if (!description.trim()) return { ticket, undescribed: undefined };
      try {
        return { ticket: await comment(ticket.reference, description.trim()), undescribed: undefined };
      } catch (error) {
        return { ticket, undescribed: error };
      }
    },
    onSuccess: () => { sessionStorage.removeItem(kept_as); key.current = once(); void queries.invalidateQueries({ queryKey: ["ticket"] }); },
    onError: (error) => { if (is_problem(error) && error.status >= 400 && error.status < 500) key.current = once(); },
    meta: { in_portal },
  });
}

export function NewTicketPage() {
  const say = useWords("ticket_page", page_words);
  const tell = useWords("part", part_words);
  const me = useMe();
  const navigate = useNavigate();
  const in_portal = is_of_customer(me);
  const scope = useScope();
  const [typed, set_typed] = useState<Typed>(() => ({ ...kept(), ...(scope.customer && !kept().customer ? { customer: scope.customer } : {}) }));
  const set = (name: keyof Typed) => (event: { target: { value: string } }): void => {
    const next = { ...typed, [name]: event.target.value };
    sessionStorage.setItem(kept_as, JSON.stringify(next));
    set_typed(next);
  };
  const own = useParties().data?.find((party) => party.kind === "customer")?.reference ?? "";
  const customer = in_portal ? own : typed.customer;
  const choices = useChoices(customer);
  const opening = useOpening(in_portal);
  const submit = (event: FormEvent): void => { event.preventDefault(); opening.mutate({ body: body_of(typed, customer, in_portal), description: typed.description }); };
  const clear = (): void => { sessionStorage.removeItem(kept_as); set_typed(nothing); opening.reset(); };
  if (opening.data) return <Promised ticket={opening.data.ticket} undescribed={opening.data.undescribed} in_portal={in_portal} another={clear} />;
  const error = opening.error;
  const list = (id: string, options: string[]) => <datalist id={`${id}-list`}>{options.map((option) => <option key={option} value={option} />)}</datalist>;
  const priorities = ["p1", "p2", "p3", "p4"] as const;
  const priority_options = priorities.map((each) => <option key={each} value={each.toUpperCase()}>{in_portal ? say(`fresh.${each}`) : each.toUpperCase()}</option>);
  return (
    <>
      <div className="headline"><h1>{say(in_portal ? "fresh.title_customer" : "fresh.title")}</h1></div>
      <form className="form tk-new" onSubmit={submit} onKeyDown={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit(); }}>
        {!in_portal && (
          <Field name="customer" body_name="customer" label={say("fresh.customer")} error={error}>{(common) => (
            <select {...common} required autoFocus value={typed.customer} onChange={set("customer")}><option value="">{say("fresh.choose")}</option>{choices.customers.map((party) => <option key={party.reference} value={party.reference}>{party.name}</option>)}</select>
          )}</Field>
        )}
        <Field name="title" body_name="title" label={say(in_portal ? "fresh.what_customer" : "fresh.what")} error={error}>{(common) => <input {...common} required maxLength={400} autoFocus={in_portal} value={typed.title} onChange={set("title")} />}</Field>
        <div className="tk-two">
          <Field name="kind" body_name="kind" label={say("fresh.kind")} error={error}>{(common) => (
            <select {...common} value={typed.kind} onChange={set("kind")}>
              {in_portal
                ? (["incident", "request"] as const).map((kind) => <option key={kind} value={kind}>{say(`fresh.kind_customer_${kind}`)}</option>)
                : (["incident", "request", "problem", "change"] as const).map((kind) => <option key={kind} value={kind}>{say(`fresh.kind_${kind}`)}</option>)}
            </select>
          )}</Field>
          <Field name="priority" body_name="priority" label={say(in_portal ? "fresh.priority_customer" : "fresh.priority")} error={error}>{(common) => <select {...common} required={in_portal} value={typed.priority} onChange={set("priority")}><option value="">{say(in_portal ? "fresh.choose" : "fresh.unknown")}</option>{priority_options}</select>}</Field>
        </div>
        <div className="tk-two">
          <Field name="service" body_name="service" label={say("fresh.service")} error={error}>{(common) => <><input {...common} list={`${common.id}-list`} value={typed.service} onChange={set("service")} />{list(common.id, choices.services)}</>}</Field>
          <Field name="site" body_name="site" label={say("fresh.site")} error={error}>{(common) => <><input {...common} list={`${common.id}-list`} value={typed.site} onChange={set("site")} />{list(common.id, choices.sites)}</>}</Field>
        </div>
        {!in_portal && (
          <>
            <div className="tk-two">
              <Field name="channel" body_name="channel" label={say("fresh.channel")} error={error}>{(common) => <select {...common} value={typed.channel} onChange={set("channel")}><option value="">{say("fresh.unknown")}</option>{(["phone", "mail", "portal", "desk", "monitoring"] as const).map((each) => <option key={each} value={each}>{say(`fresh.channel_${each}`)}</option>)}</select>}</Field>
              <Field name="declared" body_name="declared_priority" label={say("fresh.declared")} error={error}>{(common) => <select {...common} value={typed.declared} onChange={set("declared")}><option value="">{say("fresh.same")}</option>{priority_options}</select>}</Field>
            </div>
            <Field name="at" body_name="opened_at" label={say("fresh.at")} hint={say("fresh.at_hint")} error={error}>{(common) => <input {...common} type="datetime-local" step="1" value={typed.at} onChange={set("at")} />}</Field>
          </>
        )}
        <Field name="description" body_name="description" label={say("fresh.description")} hint={in_portal ? say("fresh.description_customer") : say("fresh.description_hint")} error={error}>{(common) => <textarea {...common} rows={5} value={typed.description} onChange={set("description")} />}</Field>
        {opening.isError && <ToldInForm error={error} />}
        <div className="acts">
          <button type="submit" className="btn pri" disabled={opening.isPending || (in_portal && !own)}>{opening.isPending ? say("fresh.opening") : say(in_portal ? "fresh.open_customer" : "fresh.open")} <kbd aria-hidden>Ctrl ↵</kbd></button>
          <button type="button" className="btn" onClick={() => void navigate({ to: "/tickets" as never })}>{tell("cancel")}</button>
          <button type="button" className="btn ghost" onClick={clear}>{say("fresh.clear")}</button>
        </div>
        <p className="s q">{say("fresh.kept")} <Link to={"/tickets" as never}>{say("tickets")}</Link></p>
      </form>
    </>
  );
}
