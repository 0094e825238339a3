// Work announced on a service. Design F5, J13.
#pragma once

#include "usecase/outage/outage.h"

namespace vigie {

struct MaintenanceView {
  std::string reference;
  std::int64_t version = 0;
  std::optional<std::string> customer;
  std::string item;
  std::string title;
  Instant starts_at;
  Instant ends_at;
  std::optional<Instant> announced_at;
  bool withdrawn = false;
};

template <>
inline constexpr std::string_view title_of<MaintenanceView> = "Maintenance";
template <>
inline constexpr auto fields_of<MaintenanceView> = std::tuple{
    field("reference", &MaintenanceView::reference, "What the world calls it."),
    field("version", &MaintenanceView::version, "How often it was announced or changed."),
    field("customer", &MaintenanceView::customer, "Reference of a party; none: everyone's."),
    field("item", &MaintenanceView::item, "Service or item; empty: every service."),
    field("title", &MaintenanceView::title, "In a few words."),
    field("starts_at", &MaintenanceView::starts_at, "Included."),
    field("ends_at", &MaintenanceView::ends_at, "Not included."),
    field("announced_at", &MaintenanceView::announced_at, "None: not known to be announced."),
    field("withdrawn", &MaintenanceView::withdrawn, "It does not take place."),
};

struct AnnounceMaintenance {
  std::string title;
  Instant starts_at;
  Instant ends_at;
  std::optional<std::string> item;
  std::optional<std::string> customer;
  std::optional<Instant> announced_at;
};

template <>
inline constexpr std::string_view title_of<AnnounceMaintenance> = "MaintenanceToAnnounce";
template <>
inline constexpr auto fields_of<AnnounceMaintenance> = std::tuple{
    field("title", &AnnounceMaintenance::title, "In a few words."),
    field("starts_at", &AnnounceMaintenance::starts_at, "Included."),
    field("ends_at", &AnnounceMaintenance::ends_at, "Not included."),
    field("item", &AnnounceMaintenance::item, "Service or item; none: every service.", AtMost{200}),
    field("customer", &AnnounceMaintenance::customer, "Reference of a party; none: everyone's."),
    field("announced_at", &AnnounceMaintenance::announced_at,
          "When those concerned were told; none: now."),
};

struct ChangeMaintenance {
  std::optional<std::string> title;
  std::optional<Instant> starts_at;
  std::optional<Instant> ends_at;
  std::optional<Instant> announced_at;
  std::optional<bool> withdrawn;
};

template <>
inline constexpr std::string_view title_of<ChangeMaintenance> = "MaintenanceToChange";
template <>
inline constexpr auto fields_of<ChangeMaintenance> = std::tuple{
    field("title", &ChangeMaintenance::title, "In a few words."),
    field("starts_at", &ChangeMaintenance::starts_at, "Included."),
    field("ends_at", &ChangeMaintenance::ends_at, "Not included."),
    field("announced_at", &ChangeMaintenance::announced_at,
          "When those concerned were told of this change; none: now."),
    field("withdrawn", &ChangeMaintenance::withdrawn, "It does not take place."),
};

/// Refused, in this order: name_malformed (the title), interval_empty, customer_unknown,
/// event_in_the_future (the announcement).
Outcome<MaintenanceView> announce_maintenance(Desk& desk, const AnnounceMaintenance& asked);

/// Another announcement, dated when it was made: whoever moves a window cannot have announced it
/// before. Refused, in this order: not_found, version_changed, maintenance_withdrawn,
/// name_malformed, interval_empty, event_in_the_future.
Outcome<MaintenanceView> change_maintenance(Desk& desk, const Addressed& at,
                                            const ChangeMaintenance& asked);

/// Refused: not_found.
Outcome<MaintenanceView> maintenance(const Look& look, TermsShelf& shelf,
                                     std::string_view reference);

/// The latest start first; what is everyone's is seen by those whose agreements are about
/// its item. Refused, in this order: customer_unknown, cursor_unknown.
Outcome<ListPage<MaintenanceView>> maintenances(const Look& look, TermsShelf& shelf,
                                                const ListAsked& asked,
                                                const CustomerFilter& filter);

}  // namespace vigie
