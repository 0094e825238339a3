#include "usecase/ticket/ticket_list.h"

#include <algorithm>

#include "store/ticket/ticket_list.h"
#include "store/ticket/words.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

void take_columns(const TicketFilter& filter, TicketsWanted& wanted) {
  const auto add = [&](std::string_view column, const std::optional<std::string>& value) {
    if (value) wanted.columns.emplace_back(column, *value);
  };
  add("holder", filter.holder);
  add("team", filter.team);
  add("kind", filter.kind);
  add("priority", filter.priority);
  add("service", filter.service);
  add("site", filter.site);
  if (filter.phase) wanted.columns.emplace_back("phase", key_of(*filter.phase));
  if (filter.part_of) wanted.columns.emplace_back("part_of", in_capitals(*filter.part_of));
}

void take_due(const TicketFilter& filter, Instant now, TicketsWanted& wanted) {
  const auto in = [&](std::int64_t asked) {
    constexpr std::int64_t most = 60L * 24 * 366;
    return now + std::chrono::minutes{std::clamp<std::int64_t>(asked, 0, most)};
  };
  if (filter.due_within_minutes) wanted.due_before = in(*filter.due_within_minutes);
  const Instant just_before = now - Duration{1};
  if (filter.overdue == true) wanted.due_before = just_before;
  if (filter.overdue == false) wanted.not_due_before = just_before;
  if (filter.due_after_minutes) wanted.not_due_before = in(*filter.due_after_minutes);
}

}  // namespace

std::string name_of_list(const TicketFilter& filter) {
  std::string name = "tickets";
  const auto add = [&]<class Type>(const Field<TicketFilter, std::optional<Type>>& field) {
    const std::optional<Type>& value = filter.*(field.member);
    if (!value) return;
    (name += '\n') += field.name;
    if constexpr (std::is_same_v<Type, std::string>) {
      (name += '=') += *value;
    } else {
      (name += '=') += std::to_string(static_cast<std::int64_t>(*value));
    }
  };
  std::apply([&](const auto&... fields) { (add(fields), ...); }, fields_of<TicketFilter>);
  return name;
}

Outcome<std::optional<TicketListPlace>> place_asked(const ListAsked& asked,
                                                    const std::string& list) {
  if (!asked.cursor) return std::optional<TicketListPlace>{};
  const auto place = place_in(*asked.cursor, list, 2);
  if (!place) return refused(Refusal::cursor_unknown);
  return std::optional{TicketListPlace{.at = Instant{Duration{whole_in((*place)[0])}},
                                       .key = whole_in((*place)[1])}};
}

std::string list_cursor(const std::string& list, const TicketListPlace& last) {
  return cursor_of(list, std::vector{std::to_string(last.at.time_since_epoch().count()),
                                     std::to_string(last.key)});
}

std::optional<Refused> refusal_of_names(const Rights& rights, const TicketFilter& filter) {
  const bool is_by_name = filter.team || (filter.holder && !from_key<Role>(*filter.holder));
  const auto reaches = [&](Permission permission) { return rights.scope_of(permission).reaches(); };
  if (!is_by_name || reaches(Permission::read_chain) == reaches(Permission::read_tickets))
    return std::nullopt;
  return refused(Refusal::not_permitted);
}

Outcome<std::vector<Key<PartyRow>>> customers_wanted(Connection& rows, const Scope& scope,
                                                     const std::string& reference) {
  const auto known = reference_from(reference);
  const auto customer = known ? party_by_reference(rows, scope, *known) : std::nullopt;
  if (!customer) return Refused{Refusal::customer_unknown, {{"reference", reference}}, {}};
  return parties_within(rows, customer->key);
}

TicketsWanted tickets_wanted(const TicketFilter& filter,
                             std::optional<std::vector<Key<PartyRow>>> customers, Instant now) {
  TicketsWanted wanted{.shown = filter.shown.value_or(TicketShown::open),
                       .order = filter.order.value_or(TicketOrder::opened),
                       .customers = std::move(customers)};
  take_columns(filter, wanted);
  if (filter.words) wanted.words = words_in(*filter.words);
  wanted.is_major = filter.major;
  take_due(filter, now, wanted);
  return wanted;
}

Outcome<ListPage<TicketView>> tickets(const Look& look, TermsShelf& shelf, const ListAsked& asked,
                                      const TicketFilter& filter) {
  if (auto refusal = refusal_of_names(look.caller.rights, filter)) return *std::move(refusal);
  const std::string list = name_of_list(filter);
  const auto after = place_asked(asked, list);
  if (!after) return after.error();
  const Instant now = clock_of_database(look.rows);
  std::optional<std::vector<Key<PartyRow>>> customers;
  if (filter.customer) {
    auto found = customers_wanted(look.rows, look.scope(), *filter.customer);
    if (!found) return found.error();
    customers = *std::move(found);
  }
  TicketsWanted wanted = tickets_wanted(filter, std::move(customers), now);
  wanted.after = *after;
  wanted.most = asked.most + 1;
  const auto found = listed_tickets(look.rows, look.scope(), wanted);
  const SharedTerms terms = shelf.terms(look.rows);
  ListPage<TicketView> page;
  const std::size_t shown = std::min(found.size(), static_cast<std::size_t>(asked.most));
  for (std::size_t i = 0; i < shown; ++i) {
    page.items.push_back(
        view_of({.row = found[i].kept.row,
                 .customer = found[i].customer,
                 .clocks = clocks_of(look.rows, found[i].kept.key),
                 .terms = terms.get(),
                 .outside = outside_view(look.rows, look.caller, found[i].kept.row.customer)},
                now));
  }
  if (found.size() > shown) {
    const KeptTicket& last = found[shown - 1].kept;
    page.next = list_cursor(list, {.at = place_of(last.row, wanted.order), .key = last.key.value});
  }
  return page;
}

}  // namespace vigie
