// Words of money: fees, penalty schedules and the life of an amount. Design P1-P5.
#pragma once

#include "vocabulary/words.h"

#define VIGIE_LIST Currency
#define VIGIE_LIST_WORDS "vocabulary/currency.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST FeeOf
#define VIGIE_LIST_WORDS "vocabulary/fee_of.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Billing
#define VIGIE_LIST_WORDS "vocabulary/billing.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ContractPart
#define VIGIE_LIST_WORDS "vocabulary/contract_part.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PriceState
#define VIGIE_LIST_WORDS "vocabulary/price_state.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ProRata
#define VIGIE_LIST_WORDS "vocabulary/pro_rata.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PenaltyMeasure
#define VIGIE_LIST_WORDS "vocabulary/penalty_measure.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST UnitCount
#define VIGIE_LIST_WORDS "vocabulary/unit_count.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Combination
#define VIGIE_LIST_WORDS "vocabulary/combination.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST RepeatKind
#define VIGIE_LIST_WORDS "vocabulary/repeat_kind.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST CapPer
#define VIGIE_LIST_WORDS "vocabulary/cap_per.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST ThresholdKind
#define VIGIE_LIST_WORDS "vocabulary/threshold_kind.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PenaltyNature
#define VIGIE_LIST_WORDS "vocabulary/penalty_nature.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PenaltyState
#define VIGIE_LIST_WORDS "vocabulary/penalty_state.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST Settlement
#define VIGIE_LIST_WORDS "vocabulary/settlement.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST EarnBackAs
#define VIGIE_LIST_WORDS "vocabulary/earn_back.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST PenaltyPreset
#define VIGIE_LIST_WORDS "vocabulary/penalty_preset.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST LedgerLineKind
#define VIGIE_LIST_WORDS "vocabulary/ledger_line_kind.def"
#include "vocabulary/list.inc"

#define VIGIE_LIST TrancheKind
#define VIGIE_LIST_WORDS "vocabulary/tranche_kind.def"
#include "vocabulary/list.inc"
