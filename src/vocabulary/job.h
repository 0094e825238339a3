// The closed lists of jobs, and of the imports that run as jobs.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST JobState
#define VIGIE_LIST_WORDS "vocabulary/job_state.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST JobLane
#define VIGIE_LIST_WORDS "vocabulary/job_lane.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ImportState
#define VIGIE_LIST_WORDS "vocabulary/import_state.def"
#include "vocabulary/list.inc"

namespace vigie {

/// One line of job_kind.def has its lane after its words. Source: design E7.
enum class JobKind : std::uint8_t {
#define WORD(key, en, fr, meaning, lane) key,
#include "vocabulary/job_kind.def"
#undef WORD
};

template <>
struct Vocabulary<JobKind> {
  static constexpr Word words[] = {
#define WORD(key, en, fr, meaning, lane) {#key, en, fr, meaning},
#include "vocabulary/job_kind.def"
#undef WORD
  };
};

constexpr JobLane lane_of(JobKind kind) {
  constexpr JobLane lanes[] = {
#define WORD(key, en, fr, meaning, lane) JobLane::lane,
#include "vocabulary/job_kind.def"
#undef WORD
  };
  return lanes[static_cast<std::size_t>(kind)];
}

}  // namespace vigie
