// The counts of a tally by name, stated once for whoever writes, reads or asks for them.
#pragma once

#include <string_view>

#include "engine/compliance/evaluation.h"

namespace vigie {

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

}  // namespace vigie
