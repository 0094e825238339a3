#include "usecase/people/site.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/calendar/holiday_sets.h"
#include "store/identity/rights_version.h"
#include "usecase/named_page.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " ") + text;
  return all;
}

SiteView view_of(Connection& rows, const SiteRow& row) {
  return {.reference = row.reference,
          .version = row.version,
          .customer = party_reference(rows, row.customer),
          .name = row.name,
          .designation = row.designation,
          .zone = row.zone,
          .holidays = words_in(row),
          .is_closed = row.is_closed};
}

/// Sets what is asked for. Refused, in this order: name_malformed, zone_unknown, holidays_unknown.
std::optional<Refused> set(SiteRow& row, TermsShelf& shelf, const ChangeSite& asked) {
  if (asked.name) {
    const auto name = name_from(*asked.name);
    if (!name) return refused(Refusal::name_malformed);
    row.name = *name;
    row.name_sort = plain_form(*name);
  }
  if (asked.zone) {
    if (shelf.zone(*asked.zone) == nullptr) {
      return refused(Refusal::zone_unknown, {{"zone", *asked.zone}});
    }
    row.zone = *asked.zone;
  }
  if (asked.holidays) {
    for (const std::string& each : *asked.holidays) {
      if (holiday_set(each) == nullptr) {
        return refused(Refusal::holidays_unknown, {{"holidays", each}});
      }
    }
    row.holidays = joined(*asked.holidays);
  }
  if (asked.is_closed) row.is_closed = *asked.is_closed;
  return std::nullopt;
}

}  // namespace

Outcome<SiteView> add_site(Desk& desk, TermsShelf& shelf, const AddSite& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  if (!name_from(asked.name)) return refused(Refusal::name_malformed);
  const auto customer = party_by_reference(desk.rows(), desk.scope(), asked.customer);
  if (!customer) {
    return refused(Refusal::customer_unknown, {{"reference", asked.customer}});
  }
  SiteRow row{.reference = *reference, .customer = customer->key};
  const ChangeSite told{
      .name = asked.name, .zone = asked.zone, .holidays = asked.holidays, .is_closed = {}};
  if (auto refusal = set(row, shelf, told)) return *std::move(refusal);
  row.designation = row.name;
  if (kept_by_reference<SiteRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  if (has_site(desk.rows(), row.customer, row.designation)) {
    return refused(Refusal::name_taken, {{"name", row.name}});
  }
  Act& act = desk.open(ActWord::site_added, Thing::site, *reference);
  add_kept(desk.rows(), row);
  raise_rights_version(desk.rows());  // roles may be given for a site before it is added
  const SiteView view = view_of(desk.rows(), row);
  tell_changes<SiteView>(act, nullptr, view);
  return view;
}

Outcome<ChangedSite> changed_site(Connection& rows, const Scope& scope, TermsShelf& shelf,
                                  const Addressed& at, const ChangeSite& asked) {
  auto kept = kept_by_reference<SiteRow>(rows, at.reference);
  if (!kept || !scope.covers(belonging_of(kept->row))) return refused(Refusal::not_found);
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  ChangedSite changed{.kept = *std::move(kept), .row = {}};
  changed.row = changed.kept.row;
  if (auto refusal = set(changed.row, shelf, asked)) return *std::move(refusal);
  ++changed.row.version;
  return changed;
}

Outcome<SiteView> change_site(Desk& desk, TermsShelf& shelf, const Addressed& at,
                              const ChangeSite& asked) {
  const auto changed = changed_site(desk.rows(), desk.scope(), shelf, at, asked);
  if (!changed) return changed.error();
  const auto& [kept, row] = *changed;
  Act& act = desk.open(ActWord::site_changed, Thing::site, row.reference);
  ensure(change_kept(desk.rows(), kept.key, row), "its version was just read");
  const SiteView before = view_of(desk.rows(), kept.row);
  const SiteView after = view_of(desk.rows(), row);
  tell_changes(act, &before, after);
  return after;
}

Outcome<SiteView> site(const Look& look, std::string_view reference) {
  const auto kept = kept_by_reference<SiteRow>(look.rows, reference);
  if (!kept || !look.scope().covers(belonging_of(kept->row))) {
    return refused(Refusal::not_found);
  }
  return view_of(look.rows, kept->row);
}

Outcome<ListPage<SiteView>> sites(const Look& look, const ListAsked& asked) {
  static constexpr NamedList<SiteRow> list{.name = "sites",
                                           .sort = [](const SiteRow& row) { return row.name_sort; },
                                           .sort_column = "name_sort",
                                           .columns = columns_of_site};
  return named_page(look, asked, list,
                    [&](const KeptRow<SiteRow>& kept) { return view_of(look.rows, kept.row); });
}

}  // namespace vigie
