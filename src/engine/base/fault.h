// What is wrong with something that a person wrote: where, what, and what to write instead.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "vocabulary/words.h"

namespace vigie {

// Their words are in "vocabulary/fault.h", for the files that name one: a new word is compiled
// there only.
enum class FaultCode : std::uint8_t;
enum class WarningCode : std::uint8_t;
enum class CureWord : std::uint8_t;

/// A place in a text that a person can open. Lines and columns count from 1; 0 means unknown.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  int length = 1;  // characters to underline

  friend bool operator==(const Place&, const Place&) = default;
};

/// One way to mend a fault: what to write, and what it will mean.
struct Cure {
  std::string write;
  CureWord means{};  // `none`: the text says it all
  std::vector<std::pair<std::string, std::string>> arguments = {};
};

/// A refusal of the closed list with its arguments; the message is made from the vocabulary in the
/// reader's language, by replacing `{name}` with the argument of that name.
struct Fault {
  FaultCode code;
  std::vector<std::pair<std::string, std::string>> arguments;
  Place place;
  std::vector<Cure> cures;
};

/// What surprises in terms that are otherwise well written. Never stops anything.
struct Warning {
  WarningCode code;
  std::vector<std::pair<std::string, std::string>> arguments;
  Place place;
  std::vector<Cure> cures;
};

/// The sentence for people. Cost is linear in its length.
std::string message_of(const Fault& fault, Language language);
std::string message_of(const Warning& warning, Language language);

/// What a cure will mean; empty when its text says it all.
std::string meaning_of(const Cure& cure, Language language);

}  // namespace vigie
