#include "engine/base/require.h"

namespace vigie {

void report_broken(std::string_view who, std::string_view what, const std::source_location& where) {
  std::string text{who};
  text.append(" broken: ").append(what).append(" (").append(where.file_name()).append(":");
  text.append(std::to_string(where.line())).append(")");
  throw BrokenPromise(text);
}

}  // namespace vigie
