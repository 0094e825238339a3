// Acts on tickets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"
#include "vocabulary/agreement.h"
#include "vocabulary/clock.h"
#include "vocabulary/ticket.h"

namespace vigie {

/// What a commitment shows at the instant of the question.
struct ClockView {
  std::string agreement;
  std::int64_t agreement_version = 0;
  std::string commitment;
  std::string label;
  AgreementKind kind{};
  Metric metric{};
  std::int64_t cycle = 0;
  Verdict verdict{};
  ClockState state{};
  Instant started_at;
  std::optional<Instant> due_at;
  std::optional<Instant> breached_at;
  std::optional<Instant> ended_at;
  std::int64_t target_seconds = 0;
  Verdict gross{};
  Standing standing{};
  Verdict net_claimed{};
  std::optional<ExclusionGround> ground;
  bool is_at_risk = false;
  std::optional<std::int64_t> left_seconds;
  std::optional<Instant> left_at;
  std::optional<Instant> changes_at;
};

template <>
inline constexpr std::string_view title_of<ClockView> = "Clock";
template <>
inline constexpr auto fields_of<ClockView> = std::tuple{
    field("agreement", &ClockView::agreement, "Which agreement promised it."),
    field("agreement_version", &ClockView::agreement_version, "In which version."),
    field("commitment", &ClockView::commitment, "Which commitment."),
    field("label", &ClockView::label, "The parties' own word for it; empty: the metric's."),
    field("kind", &ClockView::kind, "SLA, OLA or underpinning contract."),
    field("metric", &ClockView::metric, "What is measured."),
    field("cycle", &ClockView::cycle, "Which passage or repetition, from 0."),
    field("verdict", &ClockView::verdict, "At the instant of the question."),
    field("state", &ClockView::state, "At the instant of the question."),
    field("started_at", &ClockView::started_at, "When the clock began."),
    field("due_at", &ClockView::due_at, "When the target is passed; none while paused."),
    field("breached_at", &ClockView::breached_at, "When the target was passed."),
    field("ended_at", &ClockView::ended_at, "When what was promised was reached."),
    field("target_seconds", &ClockView::target_seconds,
          "How much open time was promised; of a promise in days, what it comes to."),
    field("gross", &ClockView::gross, "The verdict when no exclusion is taken."),
    field("standing", &ClockView::standing, "Of a claim that it be left out."),
    field("net_claimed", &ClockView::net_claimed, "The verdict when that claim is taken."),
    field("ground", &ClockView::ground, "Of that claim."),
    field("is_at_risk", &ClockView::is_at_risk,
          "It runs, and a warning point of its rules is reached; without rules, three quarters."),
    field("left_seconds", &ClockView::left_seconds,
          "Open time left, cut; less than nothing when it is passed; none when it has ended."),
    field("left_at", &ClockView::left_at,
          "When so much was left, and since when it falls with each second; none: it stands."),
    field("changes_at", &ClockView::changes_at,
          "When its hours open or close next; none: they do not."),
};

struct TicketView {
  std::string reference;
  std::int64_t version = 0;
  std::string customer;
  std::string title;
  Phase phase{};
  Instant opened_at;
  std::optional<Instant> ended_at;
  std::string kind;
  std::string priority;
  std::string service;
  std::string site;
  std::string holder;
  std::string team;
  std::optional<std::string> person;
  std::string reason;
  Instant since;
  std::optional<Instant> requested_at;
  std::optional<Instant> major_at;
  std::string part_of;
  Instant as_of;
  std::vector<ClockView> clocks;
};

template <>
inline constexpr std::string_view title_of<TicketView> = "Ticket";
template <>
inline constexpr auto fields_of<TicketView> = std::tuple{
    field("reference", &TicketView::reference, "What the world calls it."),
    field("version", &TicketView::version, "How many events it has."),
    field("customer", &TicketView::customer, "Reference of the party whose ticket it is."),
    field("title", &TicketView::title, "In a few words."),
    field("phase", &TicketView::phase, "How far it is."),
    field("opened_at", &TicketView::opened_at, "When the request reached the provider."),
    field("ended_at", &TicketView::ended_at, "When it was resolved, cancelled or merged."),
    field("kind", &TicketView::kind, "Incident, request, problem, change."),
    field("priority", &TicketView::priority, "Retained by the provider."),
    field("service", &TicketView::service, "Service concerned."),
    field("site", &TicketView::site, "Site concerned."),
    field("holder", &TicketView::holder, "Who has the ball: a party, or a word of its role."),
    field("team", &TicketView::team, "Which team of the holder."),
    field("person", &TicketView::person,
          "To whom it was assigned last, by reference; for who reads the chain alone."),
    field("reason", &TicketView::reason, "Why it waits; empty when it does not."),
    field("since", &TicketView::since, "Since when phase, holder and reason are these."),
    field("requested_at", &TicketView::requested_at, "When what is awaited was asked for."),
    field("major_at", &TicketView::major_at, "When it was declared a major incident."),
    field("part_of", &TicketView::part_of, "Its parent, or the ticket that it goes on in."),
    field("as_of", &TicketView::as_of, "The instant of the question."),
    field("clocks", &TicketView::clocks, "What each commitment shows: SLA, OLA, UC side by side."),
};

struct OpenTicket {
  std::string customer;
  std::string title;
  std::optional<Instant> opened_at;
  std::optional<std::string> channel;
  std::optional<std::string> kind;
  std::optional<std::string> priority;
  std::optional<std::string> declared_priority;
  std::optional<std::string> impact;
  std::optional<std::string> urgency;
  std::optional<std::string> category;
  std::optional<std::string> service;
  std::optional<std::string> site;
};

template <>
inline constexpr std::string_view title_of<OpenTicket> = "TicketToOpen";
template <>
inline constexpr auto fields_of<OpenTicket> = std::tuple{
    field("customer", &OpenTicket::customer, "Reference of the party whose ticket it is."),
    field("title", &OpenTicket::title, "In a few words."),
    field("opened_at", &OpenTicket::opened_at, "When it reached the provider; none: now."),
    field("channel", &OpenTicket::channel, "How it reached the provider."),
    field("kind", &OpenTicket::kind, "Incident, request, problem, change."),
    field("priority", &OpenTicket::priority, "Retained by the provider."),
    field("declared_priority", &OpenTicket::declared_priority, "Declared by the customer."),
    field("impact", &OpenTicket::impact, "How much is touched."),
    field("urgency", &OpenTicket::urgency, "How soon it matters."),
    field("category", &OpenTicket::category, "Category of the ticket."),
    field("service", &OpenTicket::service, "Service concerned."),
    field("site", &OpenTicket::site, "Site concerned."),
};

/// Refused, in this order: customer_unknown, name_malformed (the title), event_not_yours (the
/// priority that the provider retains), event_in_the_future.
Outcome<TicketView> open_ticket(Desk& desk, TermsShelf& shelf, const OpenTicket& asked);

/// At the database's clock, as of its last event. Refused: not_found.
Outcome<TicketView> ticket(const Look& look, TermsShelf& shelf, std::string_view reference);

}  // namespace vigie
