// The figures of a closure by name, stated once for its writer and its reader.
#pragma once

#include <string_view>

#include "engine/compliance/evaluation.h"

namespace vigie {

inline constexpr int closure_format = 1;
inline constexpr std::string_view digest_mark = ",\"digest\":\"";

struct TallyField {
  std::string_view name;
  std::int64_t Tally::* count;
};
inline constexpr TallyField tally_fields[] = {{"met", &Tally::met},
                                              {"missed", &Tally::missed},
                                              {"excluded", &Tally::excluded},
                                              {"pending", &Tally::pending},
                                              {"not_measurable", &Tally::not_measurable},
                                              {"merged", &Tally::merged},
                                              {"cancelled", &Tally::cancelled},
                                              {"overdue_open", &Tally::overdue_open}};

struct FlagField {
  std::string_view name;
  bool Attainment::* flag;
};
inline constexpr FlagField flag_fields[] = {{"ramp_up", &Attainment::ramp_up},
                                            {"voided_by_volume", &Attainment::voided_by_volume},
                                            {"small_sample", &Attainment::small_sample},
                                            {"partial", &Attainment::partial},
                                            {"provisional", &Attainment::provisional}};

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
