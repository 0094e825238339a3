// Maintenance windows as rows.
#pragma once

#include "store/outage/outage.h"

namespace vigie {

/// As last announced.
struct MaintenanceRow {
  std::string reference;
  std::int64_t version = 0;  // number of its last announcement
  std::optional<Key<PartyRow>> customer;
  std::string item;  // empty: every service
  std::string title;
  Instant starts_at;
  Instant ends_at;
  std::optional<Instant> announced_at;
  bool withdrawn = false;
};

template <>
inline constexpr StoreTable table_of<MaintenanceRow> = StoreTable::maintenance_window;
template <>
inline constexpr auto fields_of<MaintenanceRow> = std::tuple{
    field("reference", &MaintenanceRow::reference, "What the world calls it."),
    field("version", &MaintenanceRow::version, "Number of its last announcement."),
    field("customer", &MaintenanceRow::customer, "Whose it is; none: everyone's."),
    field("item", &MaintenanceRow::item, "Service or item; empty: every service."),
    field("title", &MaintenanceRow::title, "In a few words."),
    field("starts_at", &MaintenanceRow::starts_at, "From when."),
    field("ends_at", &MaintenanceRow::ends_at, "Until when."),
    field("announced_at", &MaintenanceRow::announced_at, "None: not known to be announced."),
    field("withdrawn", &MaintenanceRow::withdrawn, "It does not take place."),
};

/// What was announced, one after the other, sealed.
struct MaintenanceAnnouncementRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<MaintenanceRow> maintenance{};
  std::int64_t number = 0;
  std::string item;
  std::string title;
  Instant starts_at;
  Instant ends_at;
  std::optional<Instant> announced_at;
  Instant recorded_at;
  bool withdrawn = false;
};

template <>
inline constexpr StoreTable table_of<MaintenanceAnnouncementRow> =
    StoreTable::maintenance_announcement;
template <>
inline constexpr auto fields_of<MaintenanceAnnouncementRow> = std::tuple{
    field("act", &MaintenanceAnnouncementRow::act, "Which act recorded it."),
    field("rank", &MaintenanceAnnouncementRow::rank, "Place among the rows of the act, from 1."),
    field("maintenance", &MaintenanceAnnouncementRow::maintenance, "Of which window."),
    field("number", &MaintenanceAnnouncementRow::number, "From 1."),
    field("item", &MaintenanceAnnouncementRow::item, "Service or item."),
    field("title", &MaintenanceAnnouncementRow::title, "In a few words."),
    field("starts_at", &MaintenanceAnnouncementRow::starts_at, "From when."),
    field("ends_at", &MaintenanceAnnouncementRow::ends_at, "Until when."),
    field("announced_at", &MaintenanceAnnouncementRow::announced_at, "To those concerned."),
    field("recorded_at", &MaintenanceAnnouncementRow::recorded_at, "When the source learnt it."),
    field("withdrawn", &MaintenanceAnnouncementRow::withdrawn, "It does not take place."),
};

struct KeptMaintenance {
  Key<MaintenanceRow> key{};
  MaintenanceRow row;
};

std::optional<KeptMaintenance> maintenance_by_reference(Connection& rows, const Scope& scope,
                                                        std::string_view reference);
Key<MaintenanceRow> add_maintenance_row(Connection& rows, const MaintenanceRow& row);
/// Writes all fields where the version is the one before; false when it is not.
bool change_maintenance_row(Connection& rows, Key<MaintenanceRow> key, const MaintenanceRow& row);
/// The latest start first; at most so many.
std::vector<KeptMaintenance> maintenance_before(Connection& rows, const SeenByScope& seen,
                                                const PlaceInTime& before, std::int64_t most);

}  // namespace vigie
