#include "notation/page/scorecard_cells.h"

#include <fmt/format.h>

#include "engine/compliance/tally_fields.h"
#include "notation/page/rfc3339.h"

namespace vigie {
namespace {

struct FigureColumns {
  std::string_view name;
  AvailabilityFigure Availability::* figure;
};
constexpr FigureColumns figures_shown[] = {{"raw", &Availability::raw},
                                           {"committed", &Availability::committed},
                                           {"gross", &Availability::gross},
                                           {"claimed", &Availability::claimed}};

struct LengthColumn {
  std::string_view title;
  Duration Availability::* length;
};
constexpr LengthColumn lengths[] = {
    {"excluded_seconds", &Availability::excluded},
    {"maintenance_overrun_seconds", &Availability::maintenance_overrun},
    {"unknown_seconds", &Availability::unknown},
    {"longest_seconds", &Availability::longest}};

struct CountColumn {
  std::string_view title;
  std::int64_t Availability::* count;
};
constexpr CountColumn counts[] = {{"outages", &Availability::outages},
                                  {"ignored", &Availability::ignored}};

struct MeanColumn {
  std::string_view title;
  std::optional<Duration> Availability::* mean;
};
constexpr MeanColumn means[] = {
    {"mean_time_to_restore_seconds", &Availability::mean_time_to_restore},
    {"mean_time_between_failures_seconds", &Availability::mean_time_between_failures}};

std::string titled(std::string_view figure, std::string_view of) {
  return fmt::format("{}_{}", figure, of);
}

}  // namespace

std::string ratio_cell(Ratio ratio) {
  return fmt::format("{}/{}", ratio.numerator, ratio.denominator);
}

std::string truth_cell(bool truth) { return truth ? "true" : "false"; }

void put_tally(CsvSheet& sheet, const Tally& tally) {
  for (const auto& [name, count] : tally_fields) sheet.put(name, tally.*count);
  sheet.put("measured", tally.measured());
}

std::vector<std::string> availability_titles() {
  std::vector<std::string> titles;
  for (const auto& [name, figure] : figures_shown) {
    for (const auto* of : {"observed_seconds", "down_seconds", "rate"}) {
      titles.push_back(titled(name, of));
    }
  }
  for (const auto& [title, length] : lengths) titles.emplace_back(title);
  for (const auto& [title, count] : counts) titles.emplace_back(title);
  for (const auto& [title, mean] : means) titles.emplace_back(title);
  return titles;
}

void put_availability(CsvSheet& sheet, const Availability& figures) {
  for (const auto& [name, figure] : figures_shown) {
    const AvailabilityFigure& one = figures.*figure;
    sheet.put(titled(name, "observed_seconds"), seconds_json(one.observed));
    sheet.put(titled(name, "down_seconds"), seconds_json(one.down));
    if (one.up_share) sheet.put(titled(name, "rate"), ratio_cell(*one.up_share));
  }
  for (const auto& [title, length] : lengths) sheet.put(title, seconds_json(figures.*length));
  for (const auto& [title, count] : counts) sheet.put(title, figures.*count);
  for (const auto& [title, mean] : means) {
    if (figures.*mean) sheet.put(title, seconds_json(*(figures.*mean)));
  }
}

void put_availability_difference(CsvSheet& sheet, const Availability& closed,
                                 const Availability& now) {
  for (const auto& [name, figure] : figures_shown) {
    const AvailabilityFigure& before = closed.*figure;
    const AvailabilityFigure& after = now.*figure;
    sheet.put(titled(name, "observed_seconds"), seconds_json(after.observed - before.observed));
    sheet.put(titled(name, "down_seconds"), seconds_json(after.down - before.down));
  }
  for (const auto& [title, length] : lengths) {
    sheet.put(title, seconds_json(now.*length - closed.*length));
  }
  for (const auto& [title, count] : counts) sheet.put(title, now.*count - closed.*count);
  for (const auto& [title, mean] : means) {
    if (!(now.*mean) || !(closed.*mean)) continue;
    sheet.put(title, seconds_json(*(now.*mean) - *(closed.*mean)));
  }
}

}  // namespace vigie
