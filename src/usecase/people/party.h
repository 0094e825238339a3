// Acts on companies and units.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

/// A party as it is shown.
struct PartyView {
  std::string reference;
  std::int64_t version = 0;
  PartyKind kind{};
  std::optional<std::string> parent;
  std::string name;
};

template <>
inline constexpr std::string_view title_of<PartyView> = "Party";
template <>
inline constexpr auto fields_of<PartyView> = std::tuple{
    field("reference", &PartyView::reference, "What the world calls it."),
    field("version", &PartyView::version, "Raised by one by each change."),
    field("kind", &PartyView::kind, "What it is to the owner company."),
    field("parent", &PartyView::parent, "The company that it is a part of."),
    field("name", &PartyView::name, "Shown to people."),
};

struct AddParty {
  std::string reference;
  PartyKind kind{};
  std::optional<std::string> parent;
  std::string name;
};

template <>
inline constexpr std::string_view title_of<AddParty> = "PartyToAdd";
template <>
inline constexpr auto fields_of<AddParty> = std::tuple{
    field("reference", &AddParty::reference,
          "What the world will call it: letters, digits and hyphens.", AtMost{64}),
    field("kind", &AddParty::kind, "What it is to the owner company."),
    field("parent", &AddParty::parent, "The company that it is a part of."),
    field("name", &AddParty::name, "Shown to people.", AtMost{200}),
};

struct ChangeParty {
  std::optional<std::string> name;
  std::optional<std::string> parent;
};

template <>
inline constexpr std::string_view title_of<ChangeParty> = "PartyToChange";
template <>
inline constexpr auto fields_of<ChangeParty> = std::tuple{
    field("name", &ChangeParty::name, "Shown to people.", AtMost{200}),
    field("parent", &ChangeParty::parent,
          "The company that it is a part of from now on; empty: of none.", AtMost{64}),
};

/// Refused, in this order: reference_malformed, name_malformed, parent_unknown, reference_taken,
/// designation_taken.
Outcome<PartyView> add_party(Desk& desk, const AddParty& asked);

/// Refused, in this order: not_found, version_changed, name_malformed, not_permitted (it leaves a
/// company that the caller does not see), parent_unknown, parent_within. Who reads the whole reads
/// its parts, from the next request on. Source: design S1.
Outcome<PartyView> change_party(Desk& desk, const Addressed& at, const ChangeParty& asked);

/// Refused: not_found.
Outcome<PartyView> party(const Look& look, std::string_view reference);

/// By name. Refused: cursor_unknown.
Outcome<ListPage<PartyView>> parties(const Look& look, const ListAsked& asked);

}  // namespace vigie
