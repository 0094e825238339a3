// Cells of a CSV file that spreadsheets open without harm.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// `text` written by people, quoted when it must be. A text that a spreadsheet would run as a
/// formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe before it.
/// Source: RFC 4180; OWASP, CSV injection.
std::string csv_cell(std::string_view text);

}  // namespace vigie
