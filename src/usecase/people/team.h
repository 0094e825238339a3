// Acts on teams.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct TeamView {
  std::string reference;
  std::int64_t version = 0;
  std::string party;
  std::string name;
  std::string designation;
  bool is_closed = false;
  std::optional<std::vector<std::string>> members;
};

template <>
inline constexpr std::string_view title_of<TeamView> = "Team";
template <>
inline constexpr auto fields_of<TeamView> = std::tuple{
    field("reference", &TeamView::reference, "What the world calls it."),
    field("version", &TeamView::version, "Raised by one by each change."),
    field("party", &TeamView::party, "Reference of its company."),
    field("name", &TeamView::name, "Shown to people."),
    field("designation", &TeamView::designation,
          "What tickets and agreements call it: its first name, for ever."),
    field("is_closed", &TeamView::is_closed, "Nobody works there any more."),
    field("members", &TeamView::members,
          "References of those who work there; for who may read people alone."),
};

struct AddTeam {
  std::string reference;
  std::string party;
  std::string name;
  std::optional<std::vector<std::string>> members;
};

template <>
inline constexpr std::string_view title_of<AddTeam> = "TeamToAdd";
template <>
inline constexpr auto fields_of<AddTeam> = std::tuple{
    field("reference", &AddTeam::reference,
          "What the world will call it: letters, digits and hyphens.", AtMost{64}),
    field("party", &AddTeam::party, "Reference of its company."),
    field("name", &AddTeam::name, "Shown to people, and what tickets call it.", AtMost{200}),
    field("members", &AddTeam::members, "References of those who work there.", AtMost{200}),
};

struct ChangeTeam {
  std::optional<std::string> name;
  std::optional<std::vector<std::string>> members;
  std::optional<bool> is_closed;
};

template <>
inline constexpr std::string_view title_of<ChangeTeam> = "TeamToChange";
template <>
inline constexpr auto fields_of<ChangeTeam> = std::tuple{
    field("name", &ChangeTeam::name, "Shown to people; tickets go on calling it as they did.",
          AtMost{200}),
    field("members", &ChangeTeam::members, "Those who work there from now on, and nobody else.",
          AtMost{200}),
    field("is_closed", &ChangeTeam::is_closed, "Nobody works there any more."),
};

/// Refused, in this order: reference_malformed, name_malformed, party_unknown, person_unknown,
/// reference_taken, name_taken.
Outcome<TeamView> add_team(Desk& desk, const AddTeam& asked);

/// Refused, in this order: not_found, version_changed, name_malformed, person_unknown.
Outcome<TeamView> change_team(Desk& desk, const Addressed& at, const ChangeTeam& asked);

/// Refused: not_found.
Outcome<TeamView> team(const Look& look, std::string_view reference);

/// By name. Refused: parameter_malformed, cursor_unknown.
Outcome<ListPage<TeamView>> teams(const Look& look, const ListAsked& asked);

}  // namespace vigie
