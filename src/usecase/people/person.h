// Acts on people who do not sign in, and who everybody is.
#pragma once

#include <optional>
#include <string>

#include "engine/base/described.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct PersonView {
  std::string reference;
  std::int64_t version = 0;
  std::string party;
  std::optional<std::string> name;
  std::optional<std::string> email;
  bool signs_in = false;
  std::optional<Instant> erased_at;
};

template <>
inline constexpr std::string_view title_of<PersonView> = "Person";
template <>
inline constexpr auto fields_of<PersonView> = std::tuple{
    field("reference", &PersonView::reference, "What the world calls them."),
    field("version", &PersonView::version, "Raised by one by each change."),
    field("party", &PersonView::party, "Reference of their company."),
    field("name", &PersonView::name, "Shown to people; none once erased."),
    field("email", &PersonView::email, "In lower case; none once erased."),
    field("signs_in", &PersonView::signs_in, "They have an account, which is what is changed."),
    field("erased_at", &PersonView::erased_at, "When what says who they are was taken away."),
};

struct AddPerson {
  std::string reference;
  std::string party;
  std::string name;
  std::optional<std::string> email;
};

template <>
inline constexpr std::string_view title_of<AddPerson> = "PersonToAdd";
template <>
inline constexpr auto fields_of<AddPerson> = std::tuple{
    field("reference", &AddPerson::reference,
          "What the world will call them: letters, digits and hyphens.", AtMost{64}),
    field("party", &AddPerson::party, "Reference of their company."),
    field("name", &AddPerson::name, "Shown to people.", AtMost{200}),
    field("email", &AddPerson::email, "Of nobody else.", AtMost{254}),
};

struct ChangePerson {
  std::optional<std::string> name;
  std::optional<std::string> email;
  std::optional<std::string> party;
};

template <>
inline constexpr std::string_view title_of<ChangePerson> = "PersonToChange";
template <>
inline constexpr auto fields_of<ChangePerson> = std::tuple{
    field("name", &ChangePerson::name, "Shown to people.", AtMost{200}),
    field("email", &ChangePerson::email, "Of nobody else; empty: none any more.", AtMost{254}),
    field("party", &ChangePerson::party, "Reference of the company that they belong to now."),
};

/// Refused, in this order: reference_malformed, name_malformed, party_unknown, email_malformed,
/// reference_taken, email_taken.
Outcome<PersonView> add_person(Desk& desk, const AddPerson& asked);

/// Refused, in this order: not_found, version_changed, person_has_account, person_already_erased,
/// name_malformed, email_malformed, email_taken, party_unknown.
Outcome<PersonView> change_person(Desk& desk, const Addressed& at, const ChangePerson& asked);

/// Refused: not_found.
Outcome<PersonView> person(const Look& look, std::string_view reference);

/// By name; those who were erased have none, and are not there. Refused: parameter_malformed,
/// cursor_unknown.
Outcome<ListPage<PersonView>> people(const Look& look, const ListAsked& asked);

}  // namespace vigie
