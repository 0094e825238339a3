#include "notation/money/charges_reader.h"

#include "notation/agreement_clause.h"
#include "notation/money/amount.h"
#include "notation/money/fee_scalar.h"
#include "notation/scalar_date.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

/// Schedules name a fee or an order in one word.
void check_name(const YamlEntry& entry, Faults& faults) {
  if (entry.key.find(' ') == std::string::npos) return;
  auto joined = entry.key;
  for (char& c : joined) {
    if (c == ' ') c = '-';
  }
  Fault fault{.code = FaultCode::name_not_one_word,
              .arguments = {{"name", entry.key}},
              .place = entry.place,
              .cures = {{joined, CureWord::none, {}}}};
  fault.place.length = static_cast<int>(entry.key.size());
  faults.push_back(std::move(fault));
}

Place place_of(const YamlEntry& entry) {
  Place place = entry.place;
  place.length = static_cast<int>(entry.key.size());
  return place;
}

void read_revisions(Clauses& clauses, Currency currency, Fee& fee) {
  const YamlNode* list = clauses.find_list("revised");
  if (list == nullptr) return;
  for (const auto& item : list->items) {
    Clauses own{item,
                clauses.where() + ".revised",
                clauses.faults(),
                {.describes = describes<ClauseSection::fee_version>}};
    FeeVersion version{.from = fee.versions.back().from,
                       .state = PriceState::revised,
                       .minor = fee.versions.back().minor,
                       .index = {}};
    read_scalar(own, "from", date_from, version.from);
    read_scalar(own, "amount", AmountIn{currency}, version.minor);
    read_text(own, "index", version.index);
    for (const auto* key : {"from", "amount"}) {
      if (item.find(key) == nullptr) own.refuse_missing(key);
    }
    own.refuse_unknown();
    const auto before = fee.versions.back().from;
    if (item.find("from") != nullptr && version.from <= before) {
      clauses.add(node_fault(FaultCode::versions_out_of_order, *item.find("from"),
                             {{"from", date_text(version.from)}, {"before", date_text(before)}}));
    }
    fee.versions.push_back(std::move(version));
  }
}

/// A mapping of amounts by name; `check` refuses names.
template <class Check>
void read_amounts(Clauses& clauses, std::string_view key, Currency currency, const Check& check,
                  std::map<std::string, std::int64_t>& amounts) {
  const YamlNode* node = clauses.find_mapping(key);
  if (node == nullptr) return;
  for (const auto& entry : node->entries) {
    const bool is_named = check(entry);
    if (entry.value.kind != YamlKind::scalar) {
      clauses.add(wrong_shape(entry.value, entry.key, YamlKind::scalar));
      continue;
    }
    const auto minor = amount_from(entry.value.text, currency);
    if (!minor) clauses.add(located(minor.error(), entry.value));
    if (is_named && minor) amounts[entry.key] = *minor;
  }
}

/// invoiced: {2026-11: 47500.00}
void read_invoiced(Clauses& clauses, Currency currency, Fee& fee) {
  const auto is_period = [&](const YamlEntry& entry) {
    auto period = period_name_from(entry.key, fee.per);
    if (period) return true;
    auto fault = period.error();
    fault.place = place_of(entry);
    clauses.add(std::move(fault));
    return false;
  };
  read_amounts(clauses, "invoiced", currency, is_period, fee.invoiced);
}

Fee read_fee(const YamlEntry& entry, const Agreement& agreement, Faults& faults) {
  const auto currency = agreement.charges.currency;
  Clauses clauses{
      entry.value, "fees." + entry.key, faults, {.describes = describes<ClauseSection::fee>}};
  Fee fee{.id = entry.key, .label = {}, .place = place_of(entry)};
  check_name(entry, faults);
  read_text(clauses, "label", fee.label);
  FeeScope scope{fee.of, fee.name};
  read_scalar(clauses, "of", fee_scope_from, scope);
  fee.of = scope.of;
  fee.name = scope.name;
  FeeAmount amount;
  read_scalar(
      clauses, "amount", [&](std::string_view text) { return fee_amount_from(text, currency); },
      amount);
  if (entry.value.find("amount") == nullptr) clauses.refuse_missing("amount");
  fee.per = amount.per;
  fee.versions.push_back({agreement.in_force.from, PriceState::initial, amount.minor, {}});
  read_word(clauses, "billing", fee.billing);
  read_word(clauses, "part", fee.part);
  read_revisions(clauses, currency, fee);
  read_invoiced(clauses, currency, fee);
  clauses.refuse_unknown();
  return fee;
}

Order read_order(const YamlEntry& entry, Currency currency, Faults& faults) {
  Clauses clauses{
      entry.value, "orders." + entry.key, faults, {.describes = describes<ClauseSection::order>}};
  Order order{.id = entry.key, .lot = {}, .tranche = {}, .place = place_of(entry)};
  check_name(entry, faults);
  read_text(clauses, "lot", order.lot);
  read_text(clauses, "tranche", order.tranche);
  read_scalar(clauses, "amount", AmountIn{currency}, order.minor);
  if (entry.value.find("amount") == nullptr) clauses.refuse_missing("amount");
  read_scalar(clauses, "from", date_from, order.from);
  read_scalar(clauses, "to", date_from, order.to);
  read_scalar(clauses, "ceiling", AmountIn{currency}, order.ceiling_minor);
  read_amounts(clauses, "parts", currency, [](const YamlEntry&) { return true; }, order.parts);
  if (order.from && order.to && *order.to < *order.from) {
    clauses.add(node_fault(FaultCode::dates_reversed, entry.value,
                           {{"first", date_text(*order.from)}, {"last", date_text(*order.to)}}));
  }
  clauses.refuse_unknown();
  return order;
}

}  // namespace

void read_charges(Clauses& clauses, Agreement& agreement) {
  const YamlNode* node = clauses.find_mapping("charges");
  if (node == nullptr) return;
  Clauses own{*node, "charges", clauses.faults(), {.describes = describes<ClauseSection::charges>}};
  Charges& charges = agreement.charges;
  read_word(own, "currency", charges.currency);
  read_scalar(own, "contract", AmountIn{charges.currency}, charges.contract_minor);
  if (const YamlNode* fees = own.find_mapping("fees")) {
    for (const auto& entry : fees->entries) {
      charges.fees.push_back(read_fee(entry, agreement, clauses.faults()));
    }
  }
  if (const YamlNode* orders = own.find_mapping("orders")) {
    for (const auto& entry : orders->entries) {
      charges.orders.push_back(read_order(entry, charges.currency, clauses.faults()));
    }
  }
  own.refuse_unknown();
}

}  // namespace vigie
