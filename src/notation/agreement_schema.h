// What is published about the format of agreements, made from the table of clauses.
#pragma once

#include <string>

namespace vigie {

/// JSON Schema (draft 2020-12) for editors: keys, shapes and closed lists. What the compact scalars
/// say is checked by `vigie check`.
std::string agreement_schema();

/// The reference page, in Markdown.
std::string agreement_reference();

/// A document with every clause at the value of its example, to prove that all of them are read.
std::string agreement_example();

}  // namespace vigie
