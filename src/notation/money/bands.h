// Bands of a penalty: each an end, another end, and what falls between them costs. Design P3.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/agreement/penalty_schedule.h"
#include "notation/clauses.h"
#include "notation/yaml_text.h"

namespace vigie {

/// Reads `bands`: ends are rates ("95 %"), numbers of misses ("3 missed") or time beyond the target
/// ("4h"), all of one kind. Upper ends are included where there is a next step to which they close:
/// rates when the schedule has a precision, misses always. Sorted by their lower ends; gaps and
/// overlaps are found when the schedule is checked.
std::optional<Bands> read_bands(Clauses& clauses, Currency currency,
                                const std::optional<Precision>& precision);

void write_bands(YamlText& yaml, const Bands& bands, Currency currency,
                 const std::optional<Precision>& precision);

/// An end as the document would write it; `is_upper` takes the step off that `read_bands` added.
std::string band_end_text(Ratio end, bool is_upper, Bands::Axis axis,
                          const std::optional<Precision>& precision);

}  // namespace vigie
