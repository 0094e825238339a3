// On-call rotas of iCalendar texts, for the use cases.
#pragma once

#include "engine/time/zone.h"
#include "usecase/warning/rota.h"

namespace vigie {

/// Who is on call is the ATTENDEE of an event, each of them, or else its SUMMARY. Used by any
/// number of threads when `zones` may be.
class IcalendarRotaReader final : public RotaReader {
 public:
  /// It lives longer.
  explicit IcalendarRotaReader(ZoneSource& zones) : zones_{zones} {}

  Result<std::vector<OnCall>, std::vector<Fault>> read(std::string_view calendar,
                                                       std::string_view zone,
                                                       Interval within) const override;

 private:
  ZoneSource& zones_;
};

}  // namespace vigie
