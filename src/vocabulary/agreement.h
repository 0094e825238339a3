// Words of terms: kinds of agreement, levels, metrics and the value of every clause.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST AgreementKind
#define VIGIE_LIST_WORDS "vocabulary/agreement_kind.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST AgreementLevel
#define VIGIE_LIST_WORDS "vocabulary/agreement_level.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST AgreementState
#define VIGIE_LIST_WORDS "vocabulary/agreement_state.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Metric
#define VIGIE_LIST_WORDS "vocabulary/metric.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Counts
#define VIGIE_LIST_WORDS "vocabulary/counts.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST StartsAt
#define VIGIE_LIST_WORDS "vocabulary/starts_at.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST UpdatesUntil
#define VIGIE_LIST_WORDS "vocabulary/updates_until.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Passages
#define VIGIE_LIST_WORDS "vocabulary/passages.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PauseFrom
#define VIGIE_LIST_WORDS "vocabulary/pause_from.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST OnDowngrade
#define VIGIE_LIST_WORDS "vocabulary/on_downgrade.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Reopening
#define VIGIE_LIST_WORDS "vocabulary/reopening.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Cycles
#define VIGIE_LIST_WORDS "vocabulary/cycles.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST JudgedBy
#define VIGIE_LIST_WORDS "vocabulary/judged_by.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST MidPeriod
#define VIGIE_LIST_WORDS "vocabulary/mid_period.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Takeover
#define VIGIE_LIST_WORDS "vocabulary/takeover.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PeriodOf
#define VIGIE_LIST_WORDS "vocabulary/period_of.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PeriodKind
#define VIGIE_LIST_WORDS "vocabulary/period_kind.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST OpenBreached
#define VIGIE_LIST_WORDS "vocabulary/open_breached.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Statistic
#define VIGIE_LIST_WORDS "vocabulary/statistic.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST VolumeEffect
#define VIGIE_LIST_WORDS "vocabulary/volume_effect.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Silence
#define VIGIE_LIST_WORDS "vocabulary/silence.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST MergeOpening
#define VIGIE_LIST_WORDS "vocabulary/merge_opening.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST MajorFrom
#define VIGIE_LIST_WORDS "vocabulary/major_from.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST CountedChildren
#define VIGIE_LIST_WORDS "vocabulary/counted_children.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST DueBy
#define VIGIE_LIST_WORDS "vocabulary/due_by.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Crossing
#define VIGIE_LIST_WORDS "vocabulary/crossing.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ExclusionGround
#define VIGIE_LIST_WORDS "vocabulary/exclusion_ground.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ReceivedOutside
#define VIGIE_LIST_WORDS "vocabulary/received_outside.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST OpenTickets
#define VIGIE_LIST_WORDS "vocabulary/open_tickets.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST SigningSide
#define VIGIE_LIST_WORDS "vocabulary/signing_side.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ApprovalState
#define VIGIE_LIST_WORDS "vocabulary/approval_state.def"
#include "vocabulary/list.inc"
