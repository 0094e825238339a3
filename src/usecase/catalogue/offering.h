// Acts on offerings and their prices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "engine/base/money.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct PriceView {
  CivilDay from;
  Money price;
};

template <>
inline constexpr std::string_view title_of<PriceView> = "Price";
template <>
inline constexpr auto fields_of<PriceView> = std::tuple{
    field("from", &PriceView::from, "First day on which it holds, until the next price."),
    field("price", &PriceView::price, "Of one unit, excluding VAT."),
};

struct OfferingView {
  std::string reference;
  std::int64_t version = 0;
  std::string service;
  std::string level;
  std::string unit;
  bool is_closed = false;
  std::optional<std::vector<PriceView>> prices;
};

template <>
inline constexpr std::string_view title_of<OfferingView> = "Offering";
template <>
inline constexpr auto fields_of<OfferingView> = std::tuple{
    field("reference", &OfferingView::reference, "What the world calls it."),
    field("version", &OfferingView::version, "Raised by one by each act on it."),
    field("service", &OfferingView::service, "Reference of the service."),
    field("level", &OfferingView::level, "The service level: gold."),
    field("unit", &OfferingView::unit, "What is counted: workstation, site, month."),
    field("is_closed", &OfferingView::is_closed, "It is no longer offered."),
    field("prices", &OfferingView::prices, "By day; for who may read budgets alone."),
};

struct AddOffering {
  std::string reference;
  std::string service;
  std::string level;
  std::string unit;
};

template <>
inline constexpr std::string_view title_of<AddOffering> = "OfferingToAdd";
template <>
inline constexpr auto fields_of<AddOffering> = std::tuple{
    field("reference", &AddOffering::reference,
          "What the world will call it: letters, digits and hyphens.", AtMost{64}),
    field("service", &AddOffering::service, "Reference of the service.", AtMost{64}),
    field("level", &AddOffering::level, "The service level: gold.", AtMost{200}),
    field("unit", &AddOffering::unit, "What is counted: workstation, site, month.", AtMost{200}),
};

struct ChangeOffering {
  std::optional<std::string> level;
  std::optional<std::string> unit;
  std::optional<bool> is_closed;
};

template <>
inline constexpr std::string_view title_of<ChangeOffering> = "OfferingToChange";
template <>
inline constexpr auto fields_of<ChangeOffering> = std::tuple{
    field("level", &ChangeOffering::level, "The service level.", AtMost{200}),
    field("unit", &ChangeOffering::unit, "What is counted.", AtMost{200}),
    field("is_closed", &ChangeOffering::is_closed, "It is no longer offered."),
};

/// Refused, in this order: reference_malformed, name_malformed (of the level or the unit),
/// service_unknown, reference_taken, not_permitted.
Outcome<OfferingView> add_offering(Desk& desk, const AddOffering& asked);

/// Refused, in this order: not_found, not_permitted, version_changed, name_malformed.
Outcome<OfferingView> change_offering(Desk& desk, const Addressed& at, const ChangeOffering& asked);

/// Another price from a day on: none is ever written over. Refused, in this order: not_found,
/// not_permitted, version_changed, amount_out_of_range, currency_differs, date_taken.
Outcome<OfferingView> set_price(Desk& desk, const Addressed& at, const PriceView& asked);

/// Refused: not_found.
Outcome<OfferingView> offering(const Look& look, std::string_view reference);

/// By reference. Refused: parameter_malformed, cursor_unknown.
Outcome<ListPage<OfferingView>> offerings(const Look& look, const ListAsked& asked);

}  // namespace vigie
