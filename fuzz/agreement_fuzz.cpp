// An agreement of any bytes is refused with places, or written and read back to the same.
#include "engine/agreement/check_set.h"
#include "notation/agreement.h"
#include "notation/agreement_writer.h"
#include "target.h"

void vigie::try_bytes(std::string_view bytes) {
  Names names;
  auto read = read_agreement(bytes, "fuzz.yaml", names);
  for (const Fault& fault : read.faults) {
    must(!message_of(fault, Language::en).empty(), "a fault says what is wrong");
    must(!message_of(fault, Language::fr).empty(), "a fault speaks French");
  }
  must(read.agreement.has_value() == read.faults.empty(), "an agreement, or faults");
  if (!read.agreement) return;
  const std::string text = agreement_text(*read.agreement, names);
  auto again = read_agreement(text, "fuzz.yaml", names);
  must(again.agreement.has_value(), "what was written is read");
  must(agreement_text(*again.agreement, names) == text, "written twice is the same");
}
