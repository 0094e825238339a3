#include "availability_fields.h"

#include "notation/page/figures.h"
#include "notation/scalar_date.h"
#include "shown.h"

namespace vigie::cases {

namespace {

std::optional<std::string> field_of(const AvailabilityFigure& figure, std::string_view field) {
  if (field == "observed") return shown(figure.observed);
  if (field == "down") return shown(figure.down);
  if (field != "rate") return std::nullopt;
  if (!figure.up_share) return "none";
  auto rate = rate_text(*figure.up_share, 4, Language::en);
  for (auto last = rate.find(' ') - 1; rate[last] == '0'; --last) rate.erase(last, 1);
  if (const auto point = rate.find(". "); point != rate.npos) rate.erase(point, 1);
  return rate;
}

std::string length_or_none(const std::optional<Duration>& length) {
  return length ? shown(*length) : "none";
}

std::optional<std::string> field_of(const CumulatedWorst& worst, std::string_view field) {
  if (field == "down") return shown(worst.down);
  if (field == "outages") return std::to_string(worst.outages);
  if (field == "until") return date_text(worst.until);
  if (field == "kept") return shown(worst.is_kept);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> availability_field(const Availability& figures, std::string_view field) {
  if (auto figure = field_of(figures.committed, field)) return figure;
  if (field == "outages") return std::to_string(figures.outages);
  if (field == "ignored") return std::to_string(figures.ignored);
  if (field == "longest") return shown(figures.longest);
  if (field == "excluded") return shown(figures.excluded);
  if (field == "overrun") return shown(figures.maintenance_overrun);
  if (field == "unknown") return shown(figures.unknown);
  if (field == "mtrs") return length_or_none(figures.mean_time_to_restore);
  if (field == "mtbf") return length_or_none(figures.mean_time_between_failures);
  return std::nullopt;
}

std::optional<std::string> availability_field(const Availability& figures, std::string_view figure,
                                              std::string_view field) {
  if (figure == "raw") return field_of(figures.raw, field);
  if (figure == "gross") return field_of(figures.gross, field);
  if (figure == "claimed") return field_of(figures.claimed, field);
  const std::size_t rule = figure == "cumulated 2" ? 1 : 0;
  const bool is_there = figure.starts_with("cumulated") && rule < figures.cumulated.size();
  return is_there ? field_of(figures.cumulated[rule], field) : std::nullopt;
}

}  // namespace vigie::cases
