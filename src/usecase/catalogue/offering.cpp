#include "usecase/catalogue/offering.h"

#include <algorithm>

#include "engine/base/text.h"
#include "store/catalogue/offering.h"
#include "usecase/amount.h"
#include "usecase/named_page.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

OfferingView view_of(Connection& rows, const Caller& caller, const KeptRow<OfferingRow>& kept) {
  OfferingView view{.reference = kept.row.reference,
                    .version = kept.row.version,
                    .service = reference_of(rows, kept.row.service),
                    .level = kept.row.level,
                    .unit = kept.row.unit,
                    .is_closed = kept.row.is_closed,
                    .prices = {}};
  if (!caller.rights.hold(Permission::read_budgets)) return view;
  view.prices.emplace();
  for (const OfferingPriceRow& price : prices_of(rows, kept.key)) {
    view.prices->push_back(
        {.from = price.from_day, .price = {.minor = price.minor, .currency = price.currency}});
  }
  return view;
}

/// Refused: name_malformed.
std::optional<Refused> set(OfferingRow& row, const ChangeOffering& asked) {
  for (const auto& [text, to] : {std::pair{&asked.level, &row.level}, {&asked.unit, &row.unit}}) {
    if (!*text) continue;
    const auto name = name_from(**text);
    if (!name) return refused(Refusal::name_malformed);
    *to = *name;
  }
  if (asked.is_closed) row.is_closed = *asked.is_closed;
  return std::nullopt;
}

/// Refused, in this order: not_found, not_permitted, version_changed.
Outcome<KeptRow<OfferingRow>> offering_at(Desk& desk, const Addressed& at) {
  auto kept = kept_by_reference<OfferingRow>(desk.rows(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (!desk.scope().is_whole()) return refused(Refusal::not_permitted);
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  return *std::move(kept);
}

}  // namespace

Outcome<OfferingView> add_offering(Desk& desk, const AddOffering& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  KeptRow<OfferingRow> made{.row = {.reference = *reference}};
  const ChangeOffering told{.level = asked.level, .unit = asked.unit, .is_closed = {}};
  if (auto refusal = set(made.row, told)) return *std::move(refusal);
  const auto service = kept_by_reference<ServiceRow>(desk.rows(), folded(asked.service));
  if (!service) return refused(Refusal::service_unknown, {{"reference", asked.service}});
  made.row.service = service->key;
  if (kept_by_reference<OfferingRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  if (!desk.scope().is_whole()) return refused(Refusal::not_permitted);
  Act& act = desk.open(ActWord::offering_added, Thing::offering, *reference);
  made.key = add_kept(desk.rows(), made.row);
  const OfferingView view = view_of(desk.rows(), desk.caller(), made);
  tell_changes<OfferingView>(act, nullptr, view);
  return view;
}

Outcome<OfferingView> change_offering(Desk& desk, const Addressed& at,
                                      const ChangeOffering& asked) {
  const auto kept = offering_at(desk, at);
  if (!kept) return kept.error();
  KeptRow<OfferingRow> after = *kept;
  if (auto refusal = set(after.row, asked)) return *std::move(refusal);
  ++after.row.version;
  const OfferingView before = view_of(desk.rows(), desk.caller(), *kept);
  Act& act = desk.open(ActWord::offering_changed, Thing::offering, after.row.reference);
  ensure(change_kept(desk.rows(), after.key, after.row), "its version was just read");
  const OfferingView view = view_of(desk.rows(), desk.caller(), after);
  tell_changes(act, &before, view);
  return view;
}

Outcome<OfferingView> set_price(Desk& desk, const Addressed& at, const PriceView& asked) {
  const auto kept = offering_at(desk, at);
  if (!kept) return kept.error();
  const auto prices = prices_of(desk.rows(), kept->key);
  std::optional<Currency> currency;
  if (!prices.empty()) currency = prices.front().currency;
  if (auto refusal = amount_refusal(asked.price, currency)) return *std::move(refusal);
  if (std::ranges::find(prices, asked.from, &OfferingPriceRow::from_day) != prices.end()) {
    return refused(Refusal::date_taken, {{"from", text_of_day(asked.from)}});
  }
  KeptRow<OfferingRow> after = *kept;
  ++after.row.version;
  Act& act = desk.open(ActWord::price_set, Thing::offering, after.row.reference);
  ensure(change_kept(desk.rows(), after.key, after.row), "its version was just read");
  act.add(OfferingPriceRow{.offering = after.key,
                           .from_day = asked.from,
                           .currency = asked.price.currency,
                           .minor = asked.price.minor});
  return view_of(desk.rows(), desk.caller(), after);
}

Outcome<OfferingView> offering(const Look& look, std::string_view reference) {
  const auto kept = kept_by_reference<OfferingRow>(look.rows, reference);
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, look.caller, *kept);
}

Outcome<ListPage<OfferingView>> offerings(const Look& look, const ListAsked& asked) {
  static constexpr NamedList<OfferingRow> list{
      .name = "offerings",
      .sort = [](const OfferingRow& row) { return row.reference; },
      .sort_column = "reference",
      .columns = {},
      .is_shared = true};
  return named_page(look, asked, list, [&](const KeptRow<OfferingRow>& kept) {
    return view_of(look.rows, look.caller, kept);
  });
}

}  // namespace vigie
