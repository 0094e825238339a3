// The content lines of an iCalendar text. Source: RFC 5545 section 3.1.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigie {

/// NAME;PARAMETERS:VALUE, unfolded.
struct IcalendarLine {
  int number = 0;          // of its first line in the file, from 1
  std::string name;        // in capitals
  std::string parameters;  // as they are written: ";TZID=Europe/Paris"
  std::string value;
};

/// Reads a text line by line; folded lines are put together.
class IcalendarLines {
 public:
  explicit IcalendarLines(std::string_view text) : left_(text) {}
  /// None at the end. A line without a colon has an empty name.
  std::optional<IcalendarLine> next();

 private:
  std::string_view take_line();

  std::string_view left_;
  int number_ = 0;
};

/// The value of a parameter, without its quotes; its name in capitals. None when it is not there.
std::optional<std::string> icalendar_parameter(const IcalendarLine& line, std::string_view name);

/// A TEXT value without its escapes: "\\," is ",", "\\n" is a blank.
std::string icalendar_text(std::string_view value);

}  // namespace vigie
