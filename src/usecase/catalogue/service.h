// Acts on services.
#pragma once

#include <optional>
#include <string>

#include "engine/base/described.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct ServiceView {
  std::string reference;
  std::int64_t version = 0;
  std::string name_en;
  std::string name_fr;
  std::string designation;
  std::optional<std::string> owner;
  bool is_closed = false;
};

template <>
inline constexpr std::string_view title_of<ServiceView> = "Service";
template <>
inline constexpr auto fields_of<ServiceView> = std::tuple{
    field("reference", &ServiceView::reference, "What the world calls it."),
    field("version", &ServiceView::version, "Raised by one by each change."),
    field("name_en", &ServiceView::name_en, "Shown to people in English."),
    field("name_fr", &ServiceView::name_fr, "Shown to people in French."),
    field("designation", &ServiceView::designation, "What tickets and agreements call it."),
    field("owner", &ServiceView::owner,
          "Reference of who answers for it; for who may read people alone."),
    field("is_closed", &ServiceView::is_closed, "It is no longer offered."),
};

struct ServiceAddition {
  std::string reference;
  std::string name_en;
  std::string name_fr;
  std::optional<std::string> designation;
  std::optional<std::string> owner;
};

template <>
inline constexpr std::string_view title_of<ServiceAddition> = "ServiceToAdd";
template <>
inline constexpr auto fields_of<ServiceAddition> = std::tuple{
    field("reference", &ServiceAddition::reference,
          "What the world will call it: letters, digits and hyphens.", AtMost{64}),
    field("name_en", &ServiceAddition::name_en, "Shown to people in English.", AtMost{200}),
    field("name_fr", &ServiceAddition::name_fr, "Shown to people in French.", AtMost{200}),
    field("designation", &ServiceAddition::designation,
          "What tickets and agreements call it; its English name when none is said.", AtMost{200}),
    field("owner", &ServiceAddition::owner, "Reference of who answers for it.", AtMost{64}),
};

struct ServiceChange {
  std::optional<std::string> name_en;
  std::optional<std::string> name_fr;
  std::optional<std::string> owner;
  std::optional<bool> is_closed;
};

template <>
inline constexpr std::string_view title_of<ServiceChange> = "ServiceToChange";
template <>
inline constexpr auto fields_of<ServiceChange> = std::tuple{
    field("name_en", &ServiceChange::name_en, "Shown to people in English.", AtMost{200}),
    field("name_fr", &ServiceChange::name_fr, "Shown to people in French.", AtMost{200}),
    field("owner", &ServiceChange::owner,
          "Reference of who answers for it from now on; empty: nobody.", AtMost{64}),
    field("is_closed", &ServiceChange::is_closed, "It is no longer offered."),
};

/// Refused, in this order: reference_malformed, name_malformed, person_unknown, reference_taken,
/// designation_taken, not_permitted (the catalogue is that of all: who changes it sees everything).
Outcome<ServiceView> add_to_catalogue(Desk& desk, const ServiceAddition& asked);

/// Refused, in this order: not_found, not_permitted, version_changed, name_malformed,
/// person_unknown.
Outcome<ServiceView> change_in_catalogue(Desk& desk, const Addressed& at,
                                         const ServiceChange& asked);

/// Refused: not_found.
Outcome<ServiceView> service(const Look& look, std::string_view reference);

/// By English name; both names are searched. Refused: parameter_malformed, cursor_unknown.
Outcome<ListPage<ServiceView>> services(const Look& look, const ListAsked& asked);

}  // namespace vigie
