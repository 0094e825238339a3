// Someone asks that nothing says who they are any more.
#pragma once

#include <optional>
#include <string>

#include "engine/base/described.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct ErasedPersonView {
  std::string reference;
  std::int64_t version = 0;
  Instant erased_at;
};

template <>
inline constexpr std::string_view title_of<ErasedPersonView> = "ErasedPerson";
template <>
inline constexpr auto fields_of<ErasedPersonView> = std::tuple{
    field("reference", &ErasedPersonView::reference,
          "What the journal goes on calling them: it says nothing else."),
    field("version", &ErasedPersonView::version, "Raised by one by each change."),
    field("erased_at", &ErasedPersonView::erased_at, "When it was done."),
};

struct ErasePerson {
  std::optional<bool> notes;
};

template <>
inline constexpr std::string_view title_of<ErasePerson> = "PersonToErase";
template <>
inline constexpr auto fields_of<ErasePerson> = std::tuple{
    field("notes", &ErasePerson::notes,
          "True takes away what they wrote beside events of tickets, outages and disputes, too."),
};

/// Name, addresses and what lets them in are gone; what they did stays, under their reference, and
/// every seal holds. Refused, in this order: not_found, version_changed, person_already_erased,
/// account_still_open. Source: design S3.
Outcome<ErasedPersonView> erase_person(Desk& desk, const Addressed& at, const ErasePerson& asked);

}  // namespace vigie
