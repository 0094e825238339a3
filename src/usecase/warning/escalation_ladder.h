// Acts on escalation ladders.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/warning/ladder.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct LadderRecipientView {
  RecipientKind kind{};
  std::string reference;
};

template <>
inline constexpr std::string_view title_of<LadderRecipientView> = "LadderRecipient";
template <>
inline constexpr auto fields_of<LadderRecipientView> = std::tuple{
    field("kind", &LadderRecipientView::kind, "What kind of recipient."),
    field("reference", &LadderRecipientView::reference,
          "Which one; of a role its word; empty for the team that has the ball.", AtMost{64}),
};

struct LadderLevelView {
  std::int64_t after_minutes = 0;
  bool is_urgent = false;
  std::vector<LadderRecipientView> recipients;
};

template <>
inline constexpr std::string_view title_of<LadderLevelView> = "LadderLevel";
template <>
inline constexpr auto fields_of<LadderLevelView> = std::tuple{
    field("after_minutes", &LadderLevelView::after_minutes,
          "So long after the notice, should nobody have answered; 0: with it."),
    field("is_urgent", &LadderLevelView::is_urgent,
          "Told at any hour, whatever the recipients prefer."),
    field("recipients", &LadderLevelView::recipients, "Who is told.", AtMost{20}),
};

struct LadderView {
  std::string reference;
  std::int64_t version = 0;
  std::string name;
  std::vector<LadderLevelView> levels;
  bool is_closed = false;
};

template <>
inline constexpr std::string_view title_of<LadderView> = "EscalationLadder";
template <>
inline constexpr auto fields_of<LadderView> = std::tuple{
    field("reference", &LadderView::reference, "What the world calls it."),
    field("version", &LadderView::version, "Raised by one by each change."),
    field("name", &LadderView::name, "Shown to people."),
    field("levels", &LadderView::levels, "In the order in which they are told."),
    field("is_closed", &LadderView::is_closed, "No rule uses it any more."),
};

struct AddLadder {
  std::string reference;
  std::string name;
  std::vector<LadderLevelView> levels;
};

template <>
inline constexpr std::string_view title_of<AddLadder> = "EscalationLadderToAdd";
template <>
inline constexpr auto fields_of<AddLadder> = std::tuple{
    field("reference", &AddLadder::reference,
          "What the world will call it: letters, digits and hyphens.", AtMost{64}),
    field("name", &AddLadder::name, "Shown to people.", AtMost{200}),
    field("levels", &AddLadder::levels, "In the order in which they are told.", AtMost{10}),
};

struct ChangeLadder {
  std::optional<std::string> name;
  std::optional<std::vector<LadderLevelView>> levels;
  std::optional<bool> is_closed;
};

template <>
inline constexpr std::string_view title_of<ChangeLadder> = "EscalationLadderToChange";
template <>
inline constexpr auto fields_of<ChangeLadder> = std::tuple{
    field("name", &ChangeLadder::name, "Shown to people.", AtMost{200}),
    field("levels", &ChangeLadder::levels, "In place of those it has.", AtMost{10}),
    field("is_closed", &ChangeLadder::is_closed, "No rule uses it any more."),
};

/// Refused, in this order: reference_malformed, name_malformed, ladder_levels_malformed,
/// recipient_unknown, reference_taken.
Outcome<LadderView> add_ladder(Desk& desk, const AddLadder& asked);

/// Notices that were made climb by the levels as they are from now on. Refused, in this order:
/// not_found, version_changed, name_malformed, ladder_levels_malformed, recipient_unknown,
/// ladder_in_use.
Outcome<LadderView> change_ladder(Desk& desk, const Addressed& at, const ChangeLadder& asked);

/// Refused: not_found.
Outcome<LadderView> ladder(const Look& look, std::string_view reference);

/// By name. Refused: parameter_malformed, cursor_unknown.
Outcome<ListPage<LadderView>> ladders(const Look& look, const ListAsked& asked);

}  // namespace vigie
