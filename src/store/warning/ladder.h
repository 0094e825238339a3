// Who is told, level after level, until somebody answers.
#pragma once

#include <string>
#include <vector>

#include "engine/base/instant.h"
#include "store/kept_row.h"
#include "vocabulary/notice.h"

namespace vigie {

struct EscalationLadderRow {
  std::string reference;
  std::int64_t version = 1;
  std::string name;
  std::string name_sort;
  bool is_closed = false;
};

template <>
inline constexpr StoreTable table_of<EscalationLadderRow> = StoreTable::escalation_ladder;
template <>
inline constexpr auto fields_of<EscalationLadderRow> = std::tuple{
    field("reference", &EscalationLadderRow::reference, "What the world calls it."),
    field("version", &EscalationLadderRow::version, "Raised by one by each change."),
    field("name", &EscalationLadderRow::name, "Shown to people."),
    field("name_sort", &EscalationLadderRow::name_sort,
          "Its name folded: by which lists are ordered."),
    field("is_closed", &EscalationLadderRow::is_closed, "No rule uses it any more."),
};

struct EscalationLevelRow {
  Key<EscalationLadderRow> ladder{};
  std::int64_t rank = 0;  // from 1
  Duration after{};
  bool is_urgent = false;
};

template <>
inline constexpr StoreTable table_of<EscalationLevelRow> = StoreTable::escalation_level;
template <>
inline constexpr auto fields_of<EscalationLevelRow> = std::tuple{
    field("ladder", &EscalationLevelRow::ladder, "Of which ladder."),
    field("rank", &EscalationLevelRow::rank, "From 1."),
    field("after", &EscalationLevelRow::after, "After the notice, should nobody answer."),
    field("is_urgent", &EscalationLevelRow::is_urgent, "Told at any hour, whatever they prefer."),
};

struct EscalationRecipientRow {
  Key<EscalationLadderRow> ladder{};
  std::int64_t level = 0;
  std::int64_t rank = 0;
  RecipientKind kind{};
  std::string reference;
};

template <>
inline constexpr StoreTable table_of<EscalationRecipientRow> = StoreTable::escalation_recipient;
template <>
inline constexpr auto fields_of<EscalationRecipientRow> = std::tuple{
    field("ladder", &EscalationRecipientRow::ladder, "Of which ladder."),
    field("level", &EscalationRecipientRow::level, "At which level."),
    field("rank", &EscalationRecipientRow::rank, "Place at the level, from 1."),
    field("kind", &EscalationRecipientRow::kind, "What kind of recipient."),
    field("reference", &EscalationRecipientRow::reference,
          "Which one; of a role its word; empty for the team that has the ball."),
};

/// By rank.
std::vector<EscalationLevelRow> levels_of(Connection& rows, Key<EscalationLadderRow> ladder);
/// By level and rank.
std::vector<EscalationRecipientRow> recipients_of(Connection& rows,
                                                  Key<EscalationLadderRow> ladder);
/// These in place of those it had; `ladder` is set.
void set_levels(Connection& rows, Key<EscalationLadderRow> ladder,
                std::vector<EscalationLevelRow> levels,
                std::vector<EscalationRecipientRow> recipients);

}  // namespace vigie
