#include "usecase/people/brand.h"

#include <fmt/format.h>
#include <sodium.h>

#include "engine/base/digest.h"
#include "store/people/brand.h"
#include "usecase/people/accent.h"

namespace vigie {

namespace {

constexpr std::size_t most_logo_bytes = 14 * 1'024;

std::string thousandths(std::int64_t number) {
  return fmt::format("{}.{}", number / 1'000, number % 1'000 / 100);
}

/// The type of an image by its first bytes; empty: none that browsers are given.
std::string_view image_type(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  const bool is_webp =
      bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
  return is_webp ? "image/webp" : "";
}

/// As a page shows it; none: it is no image, or too large a one.
std::optional<std::string> logo_from(const std::string& base64) {
  std::string bytes(base64.size(), '\0');
  std::size_t size = 0;
  const int code =
      sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64.data(),
                        base64.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
  if (code != 0 || size > most_logo_bytes) return std::nullopt;
  const std::string_view type = image_type(std::string_view{bytes}.substr(0, size));
  if (type.empty()) return std::nullopt;
  return "data:" + std::string{type} + ";base64," + base64;
}

std::optional<std::string> unless_empty(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

BrandView view_of(const PartyRow& party, const BrandRow& row) {
  BrandView view{.reference = party.reference,
                 .version = row.version,
                 .name = party.name,
                 .accent = unless_empty(row.accent),
                 .accent_in_the_dark = {},
                 .logo = unless_empty(row.logo)};
  if (const auto colour = colour_from(row.accent)) {
    view.accent_in_the_dark = text_of(in_the_dark(*colour));
  }
  return view;
}

/// Refused, in this order: accent_malformed, accent_faint.
std::optional<Refused> set_accent(BrandRow& row, const std::string& asked) {
  row.accent.clear();
  if (asked.empty()) return std::nullopt;
  const auto colour = colour_from(asked);
  if (!colour) return refused(Refusal::accent_malformed, {{"text", asked}});
  const std::int64_t contrast = contrast_of(*colour, light_page);
  if (contrast < least_contrast) {
    return refused(Refusal::accent_faint, {{"accent", text_of(*colour)},
                                           {"contrast", thousandths(contrast)},
                                           {"least", thousandths(least_contrast)}});
  }
  row.accent = text_of(*colour);
  return std::nullopt;
}

std::optional<Refused> set_logo(BrandRow& row, const std::string& asked) {
  row.logo.clear();
  if (asked.empty()) return std::nullopt;
  const auto logo = logo_from(asked);
  if (!logo) {
    return refused(Refusal::logo_malformed, {{"most", std::to_string(most_logo_bytes / 1'024)}});
  }
  row.logo = *logo;
  return std::nullopt;
}

/// What the journal says of a logo: not its bytes.
std::optional<std::string> told_logo(const BrandRow& row) {
  if (row.logo.empty()) return std::nullopt;
  return digest_of(row.logo);
}

}  // namespace

Outcome<BrandView> change_brand(Desk& desk, const Addressed& at, const ChangeBrand& asked) {
  const auto party = party_by_reference(desk.rows(), desk.scope(), at.reference);
  if (!party) return refused(Refusal::not_found);
  const BrandRow before = brand_of(desk.rows(), party->key);
  if (before.version != at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(before.version)},
                                              {"asked", std::to_string(at.version.value_or(0))}});
  }
  BrandRow row = before;
  if (asked.accent) {
    if (auto refusal = set_accent(row, *asked.accent)) return *std::move(refusal);
  }
  if (asked.logo) {
    if (auto refusal = set_logo(row, *asked.logo)) return *std::move(refusal);
  }
  if (row.accent == before.accent && row.logo == before.logo) return view_of(party->row, before);
  ++row.version;
  Act& act = desk.open(ActWord::party_changed, Thing::party, party->row.reference);
  act.change("accent", unless_empty(before.accent), unless_empty(row.accent));
  act.change("logo", told_logo(before), told_logo(row));
  keep_brand(desk.rows(), row);
  return view_of(party->row, row);
}

Outcome<BrandView> brand(const Look& look, std::string_view reference) {
  const auto party = party_by_reference(look.rows, look.scope(), reference);
  if (!party) return refused(Refusal::not_found);
  return view_of(party->row, brand_of(look.rows, party->key));
}

BrandView brand_of_owner(Connection& rows) {
  const auto owner = owner_company(rows);
  return owner ? view_of(owner->row, brand_of(rows, owner->key)) : BrandView{};
}

}  // namespace vigie
