// Accounts and settings, a tab each; tabs that one may not use are not there.
import { Link, useSearch } from "@tanstack/react-router";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { Panel } from "../part/panel";
import { useMay } from "../session/me";
import { counted } from "../words/counted";
import { number } from "../words/format";
import { useWords } from "../words/words";
import { AccountsTab, useAccounts } from "./accounts_tab";
import { BrandTab } from "./brand_tab";
import { DeliveriesTab } from "./deliveries_tab";
import { MailTab } from "./mail_tab";
import { SourcesTab } from "./sources_tab";
import { TemplatesTab } from "./templates_tab";
import { TokensPanel } from "./tokens_panel";
import { WarningsTab } from "./warnings_tab";
import { WebhooksTab } from "./webhooks_tab";
import { admin_words } from "./words";
import "./admin.css";

const tabs = [
  ["accounts", "manage_accounts", AccountsTab], ["tokens", "be_signed_in", TokensPanel], ["warnings", "read_warnings", WarningsTab], ["deliveries", "manage_deliveries", DeliveriesTab],
  ["webhooks", "manage_deliveries", WebhooksTab], ["templates", "manage_deliveries", TemplatesTab], ["sources", "manage_sources", SourcesTab], ["brand", "write_parties", BrandTab], ["mail", "manage_deliveries", MailTab], ["zones", "accept_zones", ZonesTab],
] as const;
type Tab = (typeof tabs)[number][0];

function ZonesTab() {
  const say = useWords("admin", admin_words);
  return (
    <>
      <p className="prose m">{say("zones.why")}</p>
      <Panel title={say("zones.title")} beside={say("zones.act")}><pre className="admin-pad admin-mono">vigie zones update{"\n"}vigie zones update --accept</pre></Panel>
    </>
  );
}

function useHeadline(tab: Tab): string {
  const say = useWords("admin", admin_words);
  const may = useMay();
  const accounts = useAccounts(tab === "accounts" && may("manage_accounts")).data;
  const summary = useRead("notice", ["summary"], () => told(client.GET("/api/delivery-summary")), { enabled: tab === "deliveries" }).data;
  if (tab === "accounts") {
    if (!accounts) return say("title");
    const in_state = (state: string): number => accounts.filter((each) => each.state === state).length;
    const invited = in_state("invited");
    return say("headline.accounts", counted(in_state("active"))) + (invited > 0 ? `, ${say("headline.invited", counted(invited))}` : "");
  }
  if (tab === "deliveries") {
    if (!summary) return say("title");
    const failed = summary.failed_email + summary.failed_webhook;
    return failed > 0 ? say("headline.deliveries", { failed: number(failed) }) : say("headline.deliveries_fine");
  }
  return say(`headline.${tab}`);
}

/** The tab that is shown, where there is no room for all of them. */
const in_sight = (link: HTMLAnchorElement | null): void => link?.scrollIntoView({ block: "nearest", inline: "center" });

export function AdminPage() {
  const say = useWords("admin", admin_words);
  const may = useMay();
  const { tab: wanted } = useSearch({ strict: false }) as { tab?: string };
  const offered = tabs.filter(([, permission]) => permission === "be_signed_in" || may(permission));
  const [tab, , Shown] = offered.find(([name]) => name === wanted) ?? offered[0] ?? tabs[1];
  const headline = useHeadline(tab);
  return (
    <>
      <div className="headline"><h1 className="prose">{headline}</h1>{may("write_parties") && may("run_imports") && <div className="act"><Link className="btn" to={"/welcome" as never}>{say("welcome.first_run")}</Link></div>}</div>
      <nav className="tabs admin-tabs" aria-label={say("tabs")}>
        {offered.map(([name]) => (
          <Link key={name} ref={name === tab ? in_sight : undefined} to={"/admin" as never} search={((before: Record<string, unknown>) => ({ ...before, tab: name })) as never} className={name === tab ? "on" : ""} aria-current={name === tab ? "page" : undefined}>{say(`tab.${name}`)}</Link>
        ))}
      </nav>
      <Shown />
    </>
  );
}
