// The pages of `cases`, and whether a store can hold them.
#pragma once

#include <filesystem>
#include <string>

#include "notation/case/case_file.h"

namespace vigie::stored_cases {

/// Why a page holds nothing that a store could give back.
enum class LeftOut : std::uint8_t {
  none,          // it is stored
  no_event,      // it is about a document alone: what is pointed out in it
  faulty,        // its documents are refused: nothing of them is ever kept
  given_figures  // its figures are given, not made of events
};
inline constexpr std::size_t left_out_count = 4;

LeftOut left_out(const CaseFile& file);

/// Whether the documents of a variant are refused, as it expects.
bool is_refused(const CaseVariant& variant);

}  // namespace vigie::stored_cases
