// Outages as facts. Design F5.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "engine/base/instant.h"
#include "engine/outage/outage.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/customer_filter.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"
#include "vocabulary/outage.h"

namespace vigie {

/// Weights are said out of so many: down is all of it.
inline constexpr std::int64_t whole_weight = 1'000;

struct OutageEventView {
  std::int64_t sequence = 0;
  OutageWord event{};
  Instant at;
  Instant recorded_at;
  std::optional<std::int64_t> weight;
  std::optional<std::int64_t> users;
  std::string source;
  std::optional<std::int64_t> supersedes;
  std::optional<std::string> note;
};

template <>
inline constexpr std::string_view title_of<OutageEventView> = "OutageEvent";
template <>
inline constexpr auto fields_of<OutageEventView> = std::tuple{
    field("sequence", &OutageEventView::sequence, "Order of recording, from 1."),
    field("event", &OutageEventView::event, "What happened."),
    field("at", &OutageEventView::at, "When it happened."),
    field("recorded_at", &OutageEventView::recorded_at, "When it was recorded."),
    field("weight", &OutageEventView::weight, "Out of 1000: 1000 is down, less is degraded."),
    field("users", &OutageEventView::users, "How many it concerns."),
    field("source", &OutageEventView::source, "Person, webhook, probe."),
    field("supersedes", &OutageEventView::supersedes, "Which event it corrects."),
    field("note", &OutageEventView::note, "What was said beside it; for a correction, why."),
};

struct OutageView {
  std::string reference;
  std::int64_t version = 0;
  std::optional<std::string> customer;
  std::string item;
  std::string title;
  Instant began_at;
  std::optional<Instant> restored_at;
  bool withdrawn = false;
  std::vector<OutageEventView> events;
};

template <>
inline constexpr std::string_view title_of<OutageView> = "Outage";
template <>
inline constexpr auto fields_of<OutageView> = std::tuple{
    field("reference", &OutageView::reference, "What the world calls it."),
    field("version", &OutageView::version, "How many events it has."),
    field("customer", &OutageView::customer, "Reference of a party; none: everyone's."),
    field("item", &OutageView::item, "Service or item, as agreements spell it."),
    field("title", &OutageView::title, "In a few words."),
    field("began_at", &OutageView::began_at, "The first sign of it."),
    field("restored_at", &OutageView::restored_at, "None: it goes on."),
    field("withdrawn", &OutageView::withdrawn, "It never was: a false alarm."),
    field("events", &OutageView::events, "All of them, in the order of recording."),
};

struct OpenOutage {
  std::string item;
  std::string title;
  std::optional<std::string> customer;
  std::optional<Instant> at;
  std::optional<bool> reported;
  std::optional<std::int64_t> weight;
  std::optional<std::int64_t> users;
  std::optional<std::string> source;
  std::optional<std::string> note;
};

template <>
inline constexpr std::string_view title_of<OpenOutage> = "OutageToOpen";
template <>
inline constexpr auto fields_of<OpenOutage> = std::tuple{
    field("item", &OpenOutage::item, "Service or item, as agreements spell it.", AtMost{200}),
    field("title", &OpenOutage::title, "In a few words."),
    field("customer", &OpenOutage::customer, "Reference of the party whose it is; none: all."),
    field("at", &OpenOutage::at, "When it was detected, or reported; none: now."),
    field("reported", &OpenOutage::reported, "Somebody reported it; else it was detected."),
    field("weight", &OpenOutage::weight, "Out of 1000; none: down."),
    field("users", &OpenOutage::users, "How many it concerns; none: all."),
    field("source", &OpenOutage::source, "Person, webhook, probe.", AtMost{200}),
    field("note", &OpenOutage::note, "What is said beside it.", AtMost{2'000}),
};

struct RecordOutageEvent {
  OutageWord event{};
  std::optional<Instant> at;
  std::optional<std::int64_t> weight;
  std::optional<std::int64_t> users;
  std::optional<std::string> source;
  std::optional<std::string> note;
  std::optional<std::int64_t> corrects;
};

template <>
inline constexpr std::string_view title_of<RecordOutageEvent> = "OutageEventToRecord";
template <>
inline constexpr auto fields_of<RecordOutageEvent> = std::tuple{
    field("event", &RecordOutageEvent::event,
          "What happened; withdrawn: it never was, or the event that it corrects never was."),
    field("at", &RecordOutageEvent::at, "When; none: now."),
    field("weight", &RecordOutageEvent::weight, "Out of 1000; none: as before."),
    field("users", &RecordOutageEvent::users, "How many it concerns; none: as before."),
    field("source", &RecordOutageEvent::source, "Person, webhook, probe.", AtMost{200}),
    field("note", &RecordOutageEvent::note, "What is said beside it; a correction says why.",
          AtMost{2'000}),
    field("corrects", &RecordOutageEvent::corrects, "The sequence of the event that it replaces."),
};

/// Refused, in this order: item_missing, name_malformed (the title), customer_unknown,
/// weight_malformed, event_in_the_future.
Outcome<OutageView> open_outage(Desk& desk, const OpenOutage& asked);

/// Refused, in this order: not_found, version_changed, event_in_the_future, weight_malformed,
/// event_unknown, note_missing (of a correction), outage_is_over, outage_goes_on, interval_empty.
Outcome<OutageView> record_outage_event(Desk& desk, const Addressed& at,
                                        const RecordOutageEvent& asked);

/// Refused: not_found.
Outcome<OutageView> outage(const Look& look, TermsShelf& shelf, std::string_view reference);

/// The latest beginning first, without events; what is everyone's is seen by those whose agreements
/// are about its item. Refused, in this order: customer_unknown, cursor_unknown.
Outcome<ListPage<OutageView>> outages(const Look& look, TermsShelf& shelf, const ListAsked& asked,
                                      const CustomerFilter& filter);

}  // namespace vigie
