// How a company looks: at the door, in the frame, on its customers' pages.
#pragma once

#include <optional>
#include <string>

#include "engine/base/described.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct BrandView {
  std::string reference;
  std::int64_t version = 0;
  std::string name;
  std::optional<std::string> accent;
  std::optional<std::string> accent_in_the_dark;
  std::optional<std::string> logo;
};

template <>
inline constexpr std::string_view title_of<BrandView> = "Brand";
template <>
inline constexpr auto fields_of<BrandView> = std::tuple{
    field("reference", &BrandView::reference, "Of the party; empty: there is no company yet."),
    field("version", &BrandView::version, "Raised by one by each change; 0: it has chosen none."),
    field("name", &BrandView::name, "Of the party."),
    field("accent", &BrandView::accent, "#RRGGBB, on white; none: the usual one."),
    field("accent_in_the_dark", &BrandView::accent_in_the_dark,
          "The same, as light as dark pages want it."),
    field("logo", &BrandView::logo, "A data: URL; none: the initials of the party."),
};

struct ChangeBrand {
  std::optional<std::string> accent;
  std::optional<std::string> logo;
};

template <>
inline constexpr std::string_view title_of<ChangeBrand> = "BrandToChange";
template <>
inline constexpr auto fields_of<ChangeBrand> = std::tuple{
    field("accent", &ChangeBrand::accent,
          "#RRGGBB, of a contrast of 4.5 with white at least; empty: the usual one.", AtMost{7}),
    field(
        "logo", &ChangeBrand::logo,
        "The bytes of a PNG, JPEG or WebP image of 14 kB at most, in base64 of RFC 4648 4; empty: "
        "none.",
        AtMost{20'000}),
};

/// Refused, in this order: not_found, version_changed, accent_malformed, accent_faint,
/// logo_malformed.
Outcome<BrandView> change_brand(Desk& desk, const Addressed& at, const ChangeBrand& asked);

/// Refused: not_found.
Outcome<BrandView> brand(const Look& look, std::string_view reference);

/// Of the company that runs the installation: anyone sees it at the door.
BrandView brand_of_owner(Connection& rows);

}  // namespace vigie
