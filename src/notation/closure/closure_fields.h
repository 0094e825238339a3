// The figures of a closure by name, stated once for its writer and its reader.
#pragma once

#include <string_view>

#include "engine/compliance/tally_fields.h"

namespace vigie {

inline constexpr int closure_format = 1;
inline constexpr std::string_view digest_mark = ",\"digest\":\"";

struct FlagField {
  std::string_view name;
  bool Attainment::* flag;
};
inline constexpr FlagField flag_fields[] = {{"ramp_up", &Attainment::ramp_up},
                                            {"voided_by_volume", &Attainment::voided_by_volume},
                                            {"small_sample", &Attainment::small_sample},
                                            {"partial", &Attainment::partial},
                                            {"provisional", &Attainment::provisional}};

struct FigureField {
  std::string_view name;
  AvailabilityFigure Availability::* figure;
};
inline constexpr FigureField figure_fields[] = {{"raw", &Availability::raw},
                                                {"committed", &Availability::committed},
                                                {"gross", &Availability::gross},
                                                {"claimed", &Availability::claimed}};

struct LengthField {
  std::string_view name;
  Duration Availability::* length;
};
inline constexpr LengthField length_fields[] = {
    {"excluded_microseconds", &Availability::excluded},
    {"maintenance_overrun_microseconds", &Availability::maintenance_overrun},
    {"unknown_microseconds", &Availability::unknown},
    {"longest_microseconds", &Availability::longest}};

struct MaybeLengthField {
  std::string_view name;
  std::optional<Duration> Availability::* length;
};
inline constexpr MaybeLengthField maybe_length_fields[] = {
    {"mean_time_to_restore_microseconds", &Availability::mean_time_to_restore},
    {"mean_time_between_failures_microseconds", &Availability::mean_time_between_failures},
    {"cumulated_worst_microseconds", &Availability::cumulated_worst}};

}  // namespace vigie
