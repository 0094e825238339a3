// Disputes as rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/outage/outage.h"
#include "store/ticket/ticket.h"
#include "vocabulary/agreement.h"
#include "vocabulary/dispute.h"

namespace vigie {

/// What a dispute has come to: it follows from its steps.
struct DisputeRow {
  std::string reference;
  std::int64_t version = 0;  // number of its last step
  Key<PartyRow> customer{};
  std::optional<Key<TicketRow>> ticket;
  std::optional<Key<OutageRow>> outage;
  DisputeAbout about{};
  std::string agreement;   // about a verdict
  std::string commitment;  // about a verdict; empty: all of the agreement
  std::int64_t event = 0;  // about an event or a pause: its sequence
  DisputeSide side{};      // who claims
  DisputeState state{};
  DisputeSide turn{};  // who answers, while it is not settled
  std::optional<ExclusionGround> ground;
  Instant claimed_at;
  std::optional<Instant> countered_at;
  std::optional<Instant> answered_at;
};

template <>
inline constexpr StoreTable table_of<DisputeRow> = StoreTable::dispute;
template <>
inline constexpr auto fields_of<DisputeRow> = std::tuple{
    field("reference", &DisputeRow::reference, "What the world calls it."),
    field("version", &DisputeRow::version, "Number of its last step."),
    field("customer", &DisputeRow::customer, "Within whose agreement."),
    field("ticket", &DisputeRow::ticket, "About which ticket."),
    field("outage", &DisputeRow::outage, "About which outage."),
    field("about", &DisputeRow::about, "What is contested."),
    field("agreement", &DisputeRow::agreement, "Under which agreement."),
    field("commitment", &DisputeRow::commitment, "Under which commitment; empty: all."),
    field("event", &DisputeRow::event, "Which event; 0: none."),
    field("side", &DisputeRow::side, "Who claims."),
    field("state", &DisputeRow::state, "What it has come to."),
    field("turn", &DisputeRow::turn, "Who answers."),
    field("ground", &DisputeRow::ground, "Last proposed."),
    field("claimed_at", &DisputeRow::claimed_at, "When it was claimed."),
    field("countered_at", &DisputeRow::countered_at, "When something else was last proposed."),
    field("answered_at", &DisputeRow::answered_at, "When it was agreed or refused."),
};

/// What one party said of it, sealed.
struct DisputeStepRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<DisputeRow> dispute{};
  std::int64_t number = 0;
  DisputeWord word{};
  DisputeSide side{};
  Instant said_at;
  Instant recorded_at;
  std::optional<ExclusionGround> ground;
  std::optional<Instant> proposed_at;
  std::string proposed;
  std::optional<Bytes> note_digest = {};
  std::optional<std::string> note = {};
  std::optional<Bytes> note_salt = {};
};

template <>
inline constexpr StoreTable table_of<DisputeStepRow> = StoreTable::dispute_step;
template <>
inline constexpr auto fields_of<DisputeStepRow> = std::tuple{
    field("act", &DisputeStepRow::act, "Which act recorded it."),
    field("rank", &DisputeStepRow::rank, "Place among the rows of the act, from 1."),
    field("dispute", &DisputeStepRow::dispute, "Of which dispute."),
    field("number", &DisputeStepRow::number, "From 1."),
    field("word", &DisputeStepRow::word, "What was said."),
    field("side", &DisputeStepRow::side, "By which party."),
    field("said_at", &DisputeStepRow::said_at, "When it was said."),
    field("recorded_at", &DisputeStepRow::recorded_at, "When it was recorded."),
    field("ground", &DisputeStepRow::ground, "Of an exclusion."),
    field("proposed_at", &DisputeStepRow::proposed_at, "The instant that is proposed."),
    field("proposed", &DisputeStepRow::proposed, "The value that is proposed."),
    field("note_digest", &DisputeStepRow::note_digest, "Of the motive; stays."),
    field("note", &DisputeStepRow::note, "The motive."),
    field("note_salt", &DisputeStepRow::note_salt, "Of its digest; gone when it is erased."),
};
template <>
inline constexpr auto sealed_fields_of<DisputeStepRow> = without_note(fields_of<DisputeStepRow>);

struct KeptDispute {
  Key<DisputeRow> key{};
  DisputeRow row;
};

std::optional<KeptDispute> dispute_by_reference(Connection& rows, const Scope& scope,
                                                std::string_view reference);
Key<DisputeRow> add_dispute_row(Connection& rows, const DisputeRow& row);
/// Writes all fields where the version is the one before; false when it is not.
bool change_dispute_row(Connection& rows, Key<DisputeRow> key, const DisputeRow& row);
/// By number.
std::vector<DisputeStepRow> steps_of(Connection& rows, Key<DisputeRow> key);

/// All those about one ticket, or one outage, by key.
std::vector<KeptDispute> disputes_of_ticket(Connection& rows, Key<TicketRow> ticket);
std::vector<KeptDispute> disputes_of_outage(Connection& rows, Key<OutageRow> outage);

struct DisputesWanted {
  const Scope& scope;
  std::optional<Key<TicketRow>> ticket;  // about that one alone
  bool with_chain = true;  // also those about what teams and suppliers promised the provider
};

/// Whether it is about a promise of the chain: a customer hears nothing of it.
bool is_about_chain(Connection& rows, const DisputeRow& row);

/// The latest claim first; at most so many.
std::vector<KeptDispute> disputes_before(Connection& rows, const DisputesWanted& wanted,
                                         const PlaceInTime& before, std::int64_t most);

/// A step of a dispute about a verdict, with the dispute and what it is about.
struct VerdictStep {
  KeptDispute dispute;
  std::string ticket;  // reference, or
  std::string outage;
  DisputeStepRow step;
};
/// All the steps of disputes about verdicts, by dispute and number; of one ticket alone when it is
/// given.
void verdict_steps(Connection& rows, const Scope& scope, std::optional<Key<TicketRow>> ticket,
                   const std::function<void(const VerdictStep&)>& each);

}  // namespace vigie
