// A closure of any text, signed with the digest of that text, is refused or read; what was read is
// written and read as it is.
#include "engine/base/digest.h"
#include "notation/closure/closure_fields.h"
#include "notation/closure/closure_file.h"
#include "target.h"

namespace vigie {

namespace {

std::string signed_text(std::string_view bytes) {
  const std::string body{bytes.substr(0, bytes.rfind(digest_mark))};
  return body + std::string{digest_mark} + digest_of(body) + "\"}\n";
}

}  // namespace

void try_bytes(std::string_view bytes) {
  (void)read_closure(bytes, "fuzz.json");
  const auto read = read_closure(signed_text(bytes), "fuzz.json");
  if (!read) return must(!message_of(read.error(), Language::en).empty(), "a fault says why");
  Closure closure = *read;
  const std::string once = closure_text(closure);
  const auto again = read_closure(once, "fuzz.json");
  must(static_cast<bool>(again), "what was written is read");
  Closure second = *again;
  must(closure_text(second) == once, "written, read and written is the same");
}

}  // namespace vigie
