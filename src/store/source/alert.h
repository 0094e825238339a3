// What sources say of each thing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/outage/outage.h"
#include "store/source/fact_source.h"

namespace vigie {

/// One time that an alert lasted, as it was said. `finding`: why it opens no outage; empty: it may.
struct AlertRow {
  Key<FactSourceRow> source{};
  std::string fingerprint;
  std::optional<Key<PartyRow>> customer = {};
  std::string item;
  std::string title;
  std::int64_t weight = 0;
  Instant began_at;
  std::optional<Instant> ended_at = {};
  Instant heard_at;
  std::optional<Key<OutageRow>> outage = {};
  std::optional<Instant> changes_at = {};
  std::string finding = {};
  bool continues = false;
};

template <>
inline constexpr StoreTable table_of<AlertRow> = StoreTable::alert;
template <>
inline constexpr auto fields_of<AlertRow> = std::tuple{
    field("source", &AlertRow::source, "Which source says it."),
    field("fingerprint", &AlertRow::fingerprint, "The same for all that is said of one thing."),
    field("customer", &AlertRow::customer, "Whose it is; none: everyone's."),
    field("item", &AlertRow::item, "Service or item; empty: it could not be told."),
    field("title", &AlertRow::title, "In a few words."),
    field("weight", &AlertRow::weight, "Out of 1000: 1000 is down, less is degraded."),
    field("began_at", &AlertRow::began_at, "Since when."),
    field("ended_at", &AlertRow::ended_at, "Until when; none: it goes on, or nobody said."),
    field("heard_at", &AlertRow::heard_at, "When something was said of it last."),
    field("outage", &AlertRow::outage, "The outage that it is a part of."),
    field("changes_at", &AlertRow::changes_at, "When silence opens or ends an outage."),
    field("finding", &AlertRow::finding, "Why it opens none; empty: it may."),
    field("continues", &AlertRow::continues, "The time before goes on, with another weight."),
};

using KeptAlert = KeptRow<AlertRow>;

/// Times of one alert that are looked at together; earlier ones stay as they are.
inline constexpr std::int64_t most_times_of_alert = 200;

/// The last times of an alert, by their beginnings; at most `most_times_of_alert`.
std::vector<KeptAlert> times_of_alert(Connection& rows, Key<FactSourceRow> source,
                                      std::string_view fingerprint);
void change_alert(Connection& rows, const KeptAlert& alert);

/// One alert of which something is to be settled.
struct AlertToSettle {
  Key<FactSourceRow> source{};
  std::string fingerprint;
};
std::vector<AlertToSettle> alerts_to_settle(Connection& rows, Instant now, std::int64_t most);
/// When the next of them is; none: nothing is to be settled.
std::optional<Instant> next_settling(Connection& rows);

struct ListedAlert {
  KeptAlert kept;
  std::optional<std::string> customer;  // reference
  std::optional<std::string> outage;    // reference
};
/// The last heard of first, before the key `before` (0: from the last); at most so many.
std::vector<ListedAlert> alerts_before(Connection& rows, const Scope& scope,
                                       Key<FactSourceRow> source, std::int64_t before,
                                       std::int64_t most);

/// Those that ended before `before`, as did their outages; at most so many; gives how many.
std::int64_t forget_alerts(Connection& rows, Instant before, std::int64_t most);

}  // namespace vigie
