// A service at a level, by the unit, and what a unit costs.
#pragma once

#include <string>
#include <vector>

#include "store/catalogue/service.h"
#include "store/journal/rows.h"

namespace vigie {

struct OfferingRow {
  std::string reference;
  std::int64_t version = 1;
  Key<ServiceRow> service{};
  std::string level;
  std::string unit;
  bool is_closed = false;
};

template <>
inline constexpr StoreTable table_of<OfferingRow> = StoreTable::offering;
template <>
inline constexpr auto fields_of<OfferingRow> = std::tuple{
    field("reference", &OfferingRow::reference, "What the world calls it."),
    field("version", &OfferingRow::version, "Raised by one by each act on it."),
    field("service", &OfferingRow::service, "Of which service."),
    field("level", &OfferingRow::level, "The service level."),
    field("unit", &OfferingRow::unit, "What is counted."),
    field("is_closed", &OfferingRow::is_closed, "It is no longer offered."),
};

/// Sealed.
struct OfferingPriceRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<OfferingRow> offering{};
  CivilDay from_day;
  Currency currency{};
  std::int64_t minor = 0;
};

template <>
inline constexpr StoreTable table_of<OfferingPriceRow> = StoreTable::offering_price;
template <>
inline constexpr auto fields_of<OfferingPriceRow> = std::tuple{
    field("act", &OfferingPriceRow::act, "Which act set it."),
    field("rank", &OfferingPriceRow::rank, "Place among the rows of the act, from 1."),
    field("offering", &OfferingPriceRow::offering, "Of which offering."),
    field("from_day", &OfferingPriceRow::from_day, "First day on which it holds."),
    field("currency", &OfferingPriceRow::currency, "Of the price."),
    field("minor", &OfferingPriceRow::minor, "Minor units, excluding VAT."),
};

/// By day.
std::vector<OfferingPriceRow> prices_of(Connection& rows, Key<OfferingRow> offering);

}  // namespace vigie
