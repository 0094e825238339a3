// Any line put to `vigie time` has one answer on one line.
#include "engine/time/zones_for_test.h"
#include "notation/time/time_cases.h"
#include "target.h"

void vigie::try_bytes(std::string_view bytes) {
  static ZonesForTest zones;
  static TimeCases cases{zones};
  const std::string answer = cases.answer(bytes);
  must(answer.size() >= 2 && answer.front() == '{' && answer.back() == '}', "an object");
  must(answer.find('\n') == std::string::npos, "on one line");
}
