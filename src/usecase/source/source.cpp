#include "usecase/source/source.h"

#include "engine/base/require.h"
#include "engine/base/text.h"
#include "store/source/alert.h"
#include "usecase/named_page.h"
#include "usecase/notice/kept_secret.h"
#include "usecase/notice/webhook_signature.h"
#include "usecase/people/customer_named.h"
#include "usecase/source/standing_import.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

constexpr std::int64_t per_second = 1'000'000;

SourceView view_of(Connection& rows, const FactSourceRow& row) {
  SourceView view{.reference = row.reference,
                  .version = row.version,
                  .name = row.name,
                  .kind = row.kind,
                  .customer = {},
                  .profile = row.profile,
                  .opens_after_seconds = row.opens_after.count() / per_second,
                  .closes_after_seconds = row.closes_after.count() / per_second,
                  .heard_at = row.heard_at,
                  .closed = row.is_closed};
  if (row.customer) view.customer = party_reference(rows, *row.customer);
  return view;
}

/// Sources of a customer are seen by those who see that customer; others by those who see all.
std::optional<KeptSource> source_seen(Connection& rows, const Scope& scope,
                                      std::string_view reference) {
  const auto name = reference_from(reference);
  auto kept = name ? kept_by_reference<FactSourceRow>(rows, *name) : std::nullopt;
  if (kept && !covers(scope, kept->row.customer)) kept.reset();
  return kept;
}

/// Refused: parameter_malformed.
std::optional<Refused> set_length(std::string_view name, std::optional<std::int64_t> seconds,
                                  Duration& into) {
  if (!seconds) return std::nullopt;
  if (*seconds < 0 || *seconds > most_source_seconds) {
    return refused(Refusal::parameter_malformed,
                   {{"parameter", std::string{name}}, {"text", std::to_string(*seconds)}});
  }
  into = std::chrono::seconds{*seconds};
  return std::nullopt;
}

std::optional<Refused> set_lengths(const std::optional<std::int64_t>& opens,
                                   const std::optional<std::int64_t>& closes, FactSourceRow& row) {
  if (auto refused = set_length("opens_after_seconds", opens, row.opens_after)) return refused;
  return set_length("closes_after_seconds", closes, row.closes_after);
}

std::optional<Refused> set_profile(const CheckProfile& check, const std::string& profile,
                                   FactSourceRow& row) {
  auto faults = check(row.kind, profile);
  if (!faults.empty()) return Refused{Refusal::document_faulty, {}, std::move(faults)};
  row.profile = profile;
  return std::nullopt;
}

const NamedList<FactSourceRow> by_name{
    .name = "sources",
    .sort = [](const FactSourceRow& row) { return row.name_sort; },
    .sort_column = "name_sort",
    .columns = {.customer = "t.customer"}};

/// All that an act changes of a source is in its journal, but for the secret.
void tell_change(Act& act, const SourceView* before, const SourceView& after) {
  act.change<SourceView>(before, &after);
}

}  // namespace

Outcome<SourceSecret> add_source(Desk& desk, const CheckProfile& check, const AddSource& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  const auto name = name_from(asked.name);
  if (!name) return refused(Refusal::name_malformed);
  const auto customer = customer_named(desk, asked.customer);
  if (!customer) return customer.error();
  if (asked.kind == SourceKind::tickets && !*customer) {
    return refused(Refusal::source_needs_customer);
  }
  FactSourceRow row{.reference = *reference,
                    .name = *name,
                    .name_sort = plain_form(*name),
                    .kind = asked.kind,
                    .customer = *customer,
                    .profile = {},
                    .secret = {}};
  if (auto refused = set_lengths(asked.opens_after_seconds, asked.closes_after_seconds, row)) {
    return *std::move(refused);
  }
  if (auto refused = set_profile(check, asked.profile.value_or(""), row)) {
    return *std::move(refused);
  }
  if (kept_by_reference<FactSourceRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  Act& act = desk.open(ActWord::source_added, Thing::fact_source, *reference);
  const std::string secret = made_webhook_secret();
  row.secret = sealed_secret(desk.key(), secret);
  if (row.kind == SourceKind::tickets) row.import = add_standing_import(act, row);
  add_kept(desk.rows(), row);
  const SourceView view = view_of(desk.rows(), row);
  tell_change(act, nullptr, view);
  return SourceSecret{.source = view, .secret = secret};
}

Outcome<SourceView> change_source(Desk& desk, const CheckProfile& check, const Addressed& at,
                                  const ChangeSource& asked) {
  const auto kept = source_seen(desk.rows(), desk.scope(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (auto refused = version_refusal(at, kept->row.version)) return *std::move(refused);
  FactSourceRow row = kept->row;
  const auto name = name_from(asked.name.value_or(row.name));
  if (!name) return refused(Refusal::name_malformed);
  row.name = *name;
  row.name_sort = plain_form(*name);
  if (auto refused = set_lengths(asked.opens_after_seconds, asked.closes_after_seconds, row)) {
    return *std::move(refused);
  }
  if (asked.profile) {
    if (auto refused = set_profile(check, *asked.profile, row)) return *std::move(refused);
  }
  row.is_closed = asked.closed.value_or(row.is_closed);
  ++row.version;
  Act& act = desk.open(ActWord::source_changed, Thing::fact_source, row.reference);
  ensure(change_kept(desk.rows(), kept->key, row), "its version was just read");
  const SourceView before = view_of(desk.rows(), kept->row);
  const SourceView after = view_of(desk.rows(), row);
  tell_change(act, &before, after);
  return after;
}

Outcome<SourceSecret> change_secret(Desk& desk, const Addressed& at) {
  const auto kept = source_seen(desk.rows(), desk.scope(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (auto refused = version_refusal(at, kept->row.version)) return *std::move(refused);
  FactSourceRow row = kept->row;
  const std::string secret = made_webhook_secret();
  row.secret = sealed_secret(desk.key(), secret);
  ++row.version;
  Act& act = desk.open(ActWord::source_changed, Thing::fact_source, row.reference);
  ensure(change_kept(desk.rows(), kept->key, row), "its version was just read");
  act.change("secret", std::nullopt, "changed");
  return SourceSecret{.source = view_of(desk.rows(), row), .secret = secret};
}

Outcome<SourceView> source(const Look& look, std::string_view reference) {
  const auto kept = source_seen(look.rows, look.scope(), reference);
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, kept->row);
}

Outcome<ListPage<SourceView>> sources(const Look& look, const ListAsked& asked) {
  return named_page(look, asked, by_name,
                    [&](const KeptSource& kept) { return view_of(look.rows, kept.row); });
}

namespace {

AlertView view_of(const ListedAlert& listed) {
  const AlertRow& row = listed.kept.row;
  AlertView view{.fingerprint = row.fingerprint,
                 .customer = listed.customer,
                 .item = row.item,
                 .title = row.title,
                 .weight = row.weight,
                 .began_at = row.began_at,
                 .ended_at = row.ended_at,
                 .heard_at = row.heard_at,
                 .outage = listed.outage,
                 .changes_at = row.changes_at,
                 .finding = {}};
  if (!row.finding.empty()) view.finding = row.finding;
  return view;
}

}  // namespace

Outcome<ListPage<AlertView>> alerts_of_source(const Look& look, std::string_view reference,
                                              const ListAsked& asked) {
  const auto kept = source_seen(look.rows, look.scope(), reference);
  if (!kept) return refused(Refusal::not_found);
  const std::string list = "alerts " + kept->row.reference;
  std::int64_t before = 0;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    before = whole_in((*place)[0]);
  }
  const auto found = alerts_before(look.rows, look.scope(), kept->key, before, asked.most + 1);
  ListPage<AlertView> page;
  for (const ListedAlert& each : found) {
    if (std::ssize(page.items) == asked.most) {
      const auto last = found[page.items.size() - 1].kept.key.value;
      page.next = cursor_of(list, std::vector{std::to_string(last)});
      break;
    }
    page.items.push_back(view_of(each));
  }
  return page;
}

}  // namespace vigie
