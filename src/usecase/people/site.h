// Acts on sites.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/people/site.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct SiteView {
  std::string reference;
  std::int64_t version = 0;
  std::string customer;
  std::string name;
  std::string designation;
  std::string zone;
  std::vector<std::string> holidays;
  bool is_closed = false;
};

template <>
inline constexpr std::string_view title_of<SiteView> = "Site";
template <>
inline constexpr auto fields_of<SiteView> = std::tuple{
    field("reference", &SiteView::reference, "What the world calls it."),
    field("version", &SiteView::version, "Raised by one by each change."),
    field("customer", &SiteView::customer, "Reference of the party whose users are there."),
    field("name", &SiteView::name, "Shown to people."),
    field("designation", &SiteView::designation,
          "What tickets and agreements call it: its first name, for ever."),
    field("zone", &SiteView::zone, "IANA name of its time zone."),
    field("holidays", &SiteView::holidays, "Named sets of its holidays."),
    field("is_closed", &SiteView::is_closed, "Nobody is there any more."),
};

struct AddSite {
  std::string reference;
  std::string customer;
  std::string name;
  std::string zone;
  std::optional<std::vector<std::string>> holidays;
};

template <>
inline constexpr std::string_view title_of<AddSite> = "SiteToAdd";
template <>
inline constexpr auto fields_of<AddSite> = std::tuple{
    field("reference", &AddSite::reference,
          "What the world will call it: letters, digits and hyphens.", AtMost{64}),
    field("customer", &AddSite::customer, "Reference of the party whose users are there."),
    field("name", &AddSite::name, "Shown to people, and what tickets call it.", AtMost{200}),
    field("zone", &AddSite::zone, "IANA name of its time zone: Europe/Paris.", AtMost{64}),
    field("holidays", &AddSite::holidays, "Named sets: fr, fr-alsace-moselle.", AtMost{16}),
};

struct ChangeSite {
  std::optional<std::string> name;
  std::optional<std::string> zone;
  std::optional<std::vector<std::string>> holidays;
  std::optional<bool> is_closed;
};

template <>
inline constexpr std::string_view title_of<ChangeSite> = "SiteToChange";
template <>
inline constexpr auto fields_of<ChangeSite> = std::tuple{
    field("name", &ChangeSite::name, "Shown to people; tickets go on calling it as they did.",
          AtMost{200}),
    field("zone", &ChangeSite::zone, "IANA name of its time zone.", AtMost{64}),
    field("holidays", &ChangeSite::holidays, "Named sets.", AtMost{16}),
    field("is_closed", &ChangeSite::is_closed, "Nobody is there any more."),
};

/// Refused, in this order: reference_malformed, name_malformed, customer_unknown, zone_unknown,
/// holidays_unknown, reference_taken, name_taken.
Outcome<SiteView> add_site(Desk& desk, TermsShelf& shelf, const AddSite& asked);

/// A site as it is kept, and as it would be.
struct ChangedSite {
  KeptRow<SiteRow> kept;
  SiteRow row;
};
/// Changes nothing. Refused, in this order: not_found, version_changed, name_malformed,
/// zone_unknown, holidays_unknown.
Outcome<ChangedSite> changed_site(Connection& rows, const Scope& scope, TermsShelf& shelf,
                                  const Addressed& at, const ChangeSite& asked);

/// Refused as `changed_site` is. Calendars that follow the site take its zone and its holidays from
/// now on, unless the agreement says them itself. Source: design T3.
Outcome<SiteView> change_site(Desk& desk, TermsShelf& shelf, const Addressed& at,
                              const ChangeSite& asked);

/// Refused: not_found.
Outcome<SiteView> site(const Look& look, std::string_view reference);

/// By name. Refused: parameter_malformed, cursor_unknown.
Outcome<ListPage<SiteView>> sites(const Look& look, const ListAsked& asked);

}  // namespace vigie
