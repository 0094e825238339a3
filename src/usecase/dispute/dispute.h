// What one party contests, and what the other answers. Design J9.
#pragma once

#include "usecase/ticket/ticket.h"
#include "vocabulary/dispute.h"

namespace vigie {

struct DisputeStepView {
  std::int64_t number = 0;
  DisputeWord word{};
  DisputeSide side{};
  Instant said_at;
  Instant recorded_at;
  std::optional<ExclusionGround> ground;
  std::optional<Instant> at;
  std::string value;
  std::optional<std::string> motive;
};

template <>
inline constexpr std::string_view title_of<DisputeStepView> = "DisputeStep";
template <>
inline constexpr auto fields_of<DisputeStepView> = std::tuple{
    field("number", &DisputeStepView::number, "From 1."),
    field("word", &DisputeStepView::word, "What was said."),
    field("side", &DisputeStepView::side, "By which party."),
    field("said_at", &DisputeStepView::said_at, "When it was said."),
    field("recorded_at", &DisputeStepView::recorded_at, "When it was recorded."),
    field("ground", &DisputeStepView::ground, "Of an exclusion."),
    field("at", &DisputeStepView::at, "The instant that is proposed."),
    field("value", &DisputeStepView::value, "The priority that is proposed."),
    field("motive", &DisputeStepView::motive, "Why; none: erased."),
};

struct DisputeView {
  std::string reference;
  std::int64_t version = 0;
  std::string customer;
  std::string ticket;
  std::string outage;
  DisputeAbout about{};
  std::string agreement;
  std::string commitment;
  std::optional<std::int64_t> event;
  DisputeSide side{};
  DisputeState state{};
  bool by_silence = false;
  std::optional<DisputeSide> turn;
  std::optional<Instant> answer_until;
  std::optional<DisputeState> then;
  std::optional<ExclusionGround> ground;
  Instant claimed_at;
  std::optional<Instant> answered_at;
  Instant as_of;
  std::vector<ClockView> clocks;
  std::vector<DisputeStepView> steps;
};

template <>
inline constexpr std::string_view title_of<DisputeView> = "Dispute";
template <>
inline constexpr auto fields_of<DisputeView> = std::tuple{
    field("reference", &DisputeView::reference, "What the world calls it."),
    field("version", &DisputeView::version, "How many steps it has."),
    field("customer", &DisputeView::customer, "Reference of the party in whose agreement it is."),
    field("ticket", &DisputeView::ticket, "About which ticket; empty: about an outage."),
    field("outage", &DisputeView::outage, "About which outage; empty: about a ticket."),
    field("about", &DisputeView::about, "What is contested."),
    field("agreement", &DisputeView::agreement, "Under which agreement."),
    field("commitment", &DisputeView::commitment, "Under which commitment; empty: all of them."),
    field("event", &DisputeView::event, "Which event: its sequence in the journal."),
    field("side", &DisputeView::side, "Who claims."),
    field("state", &DisputeView::state, "What it has come to, at the instant of the question."),
    field("by_silence", &DisputeView::by_silence, "Nobody answered in time."),
    field("turn", &DisputeView::turn, "Who answers; none: it is settled."),
    field("answer_until", &DisputeView::answer_until, "Until when the answer is awaited."),
    field("then", &DisputeView::then, "What silence makes of it."),
    field("ground", &DisputeView::ground, "Last proposed."),
    field("claimed_at", &DisputeView::claimed_at, "When it was claimed."),
    field("answered_at", &DisputeView::answered_at, "When it was agreed or refused."),
    field("as_of", &DisputeView::as_of, "The instant of the question."),
    field("clocks", &DisputeView::clocks,
          "Those concerned: gross, the verdict net of what is agreed, and net of what is claimed."),
    field("steps", &DisputeView::steps,
          "What each party said, in order; in a list of disputes, the claim alone."),
};

struct OpenDispute {
  DisputeAbout about{};
  std::string motive;
  std::optional<std::string> ticket;
  std::optional<std::string> outage;
  std::optional<std::string> agreement;
  std::optional<std::string> commitment;
  std::optional<std::int64_t> event;
  std::optional<ExclusionGround> ground;
  std::optional<Instant> at;
  std::optional<std::string> value;
  std::optional<DisputeSide> side;
  std::optional<Instant> said_at;
};

template <>
inline constexpr std::string_view title_of<OpenDispute> = "DisputeToOpen";
template <>
inline constexpr auto fields_of<OpenDispute> = std::tuple{
    field("about", &OpenDispute::about, "What is contested."),
    field("motive", &OpenDispute::motive, "Why, for the other party.", AtMost{2'000}),
    field("ticket", &OpenDispute::ticket, "About which ticket, or"),
    field("outage", &OpenDispute::outage, "about which outage: its verdict alone."),
    field("agreement", &OpenDispute::agreement, "A verdict: under which agreement."),
    field("commitment", &OpenDispute::commitment, "A verdict: under which one; none: all."),
    field("event", &OpenDispute::event, "An event or a pause: its sequence in the journal."),
    field("ground", &OpenDispute::ground, "A verdict: why it should be left out."),
    field("at", &OpenDispute::at, "An event or a pause: when it was in truth; none: never."),
    field("value", &OpenDispute::value, "A priority: which one it should be."),
    field("side", &OpenDispute::side, "Who claims; none: the caller's own side."),
    field("said_at", &OpenDispute::said_at,
          "When it was said; none: now. The provider alone may say it."),
};

struct AnswerDispute {
  DisputeWord answer{};
  std::string motive;
  std::optional<ExclusionGround> ground;
  std::optional<Instant> at;
  std::optional<std::string> value;
  std::optional<DisputeSide> side;
  std::optional<Instant> said_at;
};

template <>
inline constexpr std::string_view title_of<AnswerDispute> = "DisputeAnswer";
template <>
inline constexpr auto fields_of<AnswerDispute> = std::tuple{
    field("answer", &AnswerDispute::answer, "Agreed, refused, countered, or withdrawn."),
    field("motive", &AnswerDispute::motive, "Why; may be empty when it is agreed.", AtMost{2'000}),
    field("ground", &AnswerDispute::ground, "Countered: another ground."),
    field("at", &AnswerDispute::at, "Countered: another instant."),
    field("value", &AnswerDispute::value, "Countered: another priority."),
    field("side", &AnswerDispute::side, "Who answers; none: the caller's own side."),
    field("said_at", &AnswerDispute::said_at, "When it was said; none: now."),
};

/// Refused, in this order: dispute_misplaced, ticket_unknown, dispute_incomplete, note_missing,
/// side_not_yours, event_not_yours, event_in_the_future, event_unknown, dispute_repeated,
/// commitment_unknown, claim_too_late.
Outcome<DisputeView> open_dispute(Desk& desk, TermsShelf& shelf, const OpenDispute& asked);

/// What is agreed takes effect in the same act. Refused, in this order: not_found, version_changed,
/// side_not_yours, event_not_yours, event_in_the_future, dispute_settled, side_of_other,
/// dispute_incomplete, note_missing.
Outcome<DisputeView> answer_dispute(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                    const AnswerDispute& asked);

/// At the database's clock. Refused: not_found.
Outcome<DisputeView> dispute(const Look& look, TermsShelf& shelf, std::string_view reference);

struct DisputeFilter {
  std::optional<std::string> customer;
  std::optional<std::string> ticket;
};

template <>
inline constexpr auto fields_of<DisputeFilter> = std::tuple{
    field("customer", &DisputeFilter::customer, "Reference of a party: it and its parts.",
          AtMost{64}),
    field("ticket", &DisputeFilter::ticket, "Reference: about this ticket alone.", AtMost{64}),
};

/// The latest claim first, without clocks, and of the steps the claim alone. Refused, in this
/// order: customer_unknown, ticket_unknown, cursor_unknown.
Outcome<ListPage<DisputeView>> disputes(const Look& look, TermsShelf& shelf, const ListAsked& asked,
                                        const DisputeFilter& filter);

}  // namespace vigie
